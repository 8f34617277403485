package io.rapport.report.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.DayChoice;
import io.rapport.report.page.PageFormat;
import io.rapport.report.people.PeoplePager;
import io.rapport.report.people.PersonRow;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.service.OwedReplyRow;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.paging.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of the brands a caller can see, and the page of a brand. */
@Controller
class BrandPageController extends PageController {

    private static final Comparator<BrandRegistered> BY_NAME =
            Comparator.comparing(BrandRegistered::agency).thenComparing(BrandRegistered::name);

    private static final PeopleSorting HIGHEST_RETURN = new PeopleSorting(PeopleOrder.THEY_TO_US, true);
    private static final PeopleFilter CAPTIVE =
            PeopleFilter.EVERYONE.withFlags(new PeopleFilter.FlagFilter(null, true, null, null));
    private static final OwedQuery FIRST_OWED = new OwedQuery(null, NotificationShare.MAX_PEOPLE);

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final BrandReport figures;
    private final PeopleReport people;
    private final PeoplePager pager;

    BrandPageController(BrandCatalogue catalogue, AsOfResolver days, BrandReport figures, PeopleReport people) {
        this.catalogue = catalogue;
        this.days = days;
        this.figures = figures;
        this.people = people;
        this.pager = new PeoplePager(people);
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
    String brand(BrandKey brand, BrandPageRequest request, PageRequest paging, Model model) {
        var registered = catalogue.require(brand);
        var asOf = days.resolve(brand, request.asOf());
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var page = pager.page(brand, asOf, request.people(), paging);
        var ror = figures.ror(brand, asOf, request.days());
        model.addAttribute("brand", PageText.line(registered.name()))
                .addAttribute("key", brand)
                .addAttribute("path", path)
                .addAttribute("brandPath", path)
                .addAttribute("here", "people")
                .addAttribute("window", request.window())
                .addAttribute("asOf", asOf.day() == null ? null : PageFormat.day(asOf.day()))
                .addAttribute("headline", BrandHeadline.of(ror, path))
                .addAttribute("day", DayChoice.of(asOf))
                .addAttribute("total", PageFormat.count(figures.people(brand, asOf)))
                .addAttribute(
                        "alert", figures.spread(brand, asOf, request.days()).alert())
                .addAttribute("notifications", notifications(brand, ror, path))
                .addAttribute("owed", owed(brand, asOf, path))
                .addAttribute("query", request)
                .addAttribute("filters", BrandPageRequest.FILTERS)
                .addAttribute(
                        "people",
                        page.map(person -> PersonRow.of(person, path, asOf)).items())
                .addAttribute("next", page.next());
        return "brand";
    }

    private NotificationShare notifications(BrandKey brand, BrandReport.RorReport ror, String path) {
        var query = new PeopleQuery(HIGHEST_RETURN, CAPTIVE, null, NotificationShare.MAX_PEOPLE);
        return NotificationShare.of(ror.figures(), people.list(brand, ror.asOf(), query), path, ror.asOf());
    }

    private List<OwedReplyRow> owed(BrandKey brand, AsOfDay asOf, String path) {
        return people.listOwed(brand, asOf, FIRST_OWED).stream()
                .map(person -> OwedReplyRow.of(person, asOf, path))
                .toList();
    }

    private List<BrandPageLink> links(Predicate<BrandRegistered> filter) {
        return catalogue.all().stream()
                .filter(filter)
                .sorted(BY_NAME)
                .map(BrandPageLink::of)
                .toList();
    }
}
