package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.BrandReport;
import io.rapport.report.domain.Moment;
import io.rapport.report.domain.PeopleFilter;
import io.rapport.report.domain.PeopleOrder;
import io.rapport.report.domain.PeopleQuery;
import io.rapport.report.domain.PeopleReport;
import io.rapport.report.domain.Relationships.OwedQuery;
import io.rapport.report.domain.Sorting;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.paging.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The brands a caller sees, and the page of each. */
@Controller
class BrandPages extends PageController {

    private static final Comparator<BrandRegistered> BY_NAME =
            Comparator.comparing(BrandRegistered::agency).thenComparing(BrandRegistered::name);

    private static final Sorting MOST_GIVING = new Sorting(PeopleOrder.THEY_TO_US, true);
    private static final PeopleFilter CAPTIVE = new PeopleFilter(Set.of(), true, null);
    private static final OwedQuery LONGEST_WAITING = new OwedQuery(null, Notifications.NAMED);

    private final BrandCatalogue catalogue;
    private final Days days;
    private final BrandReport report;
    private final PeopleReport known;
    private final PeopleList people;

    BrandPages(BrandCatalogue catalogue, Days days, BrandReport report, PeopleReport people) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
        this.known = people;
        this.people = new PeopleList(people);
    }

    @GetMapping("/")
    String home(Caller caller, Model model) {
        model.addAttribute("title", "Brands").addAttribute("brands", links(brand -> caller.canSee(brand.brandKey())));
        return "brands";
    }

    @GetMapping("/agencies/{agency}")
    String agency(@PathVariable String agency, Model model) {
        model.addAttribute("title", agency)
                .addAttribute("brands", links(brand -> brand.agency().equals(agency)));
        return "brands";
    }

    @GetMapping("/agencies/{agency}/brands/{brand}")
    String brand(BrandKey brand, BrandWish wish, PageRequest paging, Model model) {
        var registered = catalogue.require(brand);
        var moment = days.moment(brand, wish.asOf());
        var path = BrandLink.path(brand.agency(), brand.brand());
        var page = people.page(brand, moment, wish.people(), paging);
        var ror = report.ror(brand, moment, wish.days());
        model.addAttribute("brand", PageText.line(registered.name()))
                .addAttribute("key", brand)
                .addAttribute("path", path)
                .addAttribute("brandPath", path)
                .addAttribute("here", "people")
                .addAttribute("window", wish.window())
                .addAttribute("asOf", moment.asOf() == null ? null : Show.day(moment.asOf()))
                .addAttribute("headline", Headline.of(ror, path))
                .addAttribute("total", Show.count(report.people(brand, moment)))
                .addAttribute("alert", report.spread(brand, moment, wish.days()).alert())
                .addAttribute("notifications", notifications(brand, ror, path))
                .addAttribute("waiting", waiting(brand, moment, path))
                .addAttribute("wish", wish)
                .addAttribute(
                        "people", page.map(person -> PersonRow.of(person, path)).items())
                .addAttribute("next", page.next());
        return "brand";
    }

    private Notifications notifications(BrandKey brand, BrandReport.Ror ror, String path) {
        var query = new PeopleQuery(MOST_GIVING, CAPTIVE, null, Notifications.NAMED);
        return Notifications.of(ror.figures(), known.list(brand, ror.moment(), query), path);
    }

    private List<OwedRow> waiting(BrandKey brand, Moment moment, String path) {
        return known.owed(brand, moment, LONGEST_WAITING).stream()
                .map(person -> OwedRow.of(person, moment, path))
                .toList();
    }

    private List<BrandLink> links(Predicate<BrandRegistered> seen) {
        return catalogue.all().stream()
                .filter(seen)
                .sorted(BY_NAME)
                .map(BrandLink::of)
                .toList();
    }
}
