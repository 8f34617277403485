package io.rapport.report.people;

import io.rapport.contracts.BrandKey;
import io.rapport.report.actions.ActionFormFactory;
import io.rapport.report.actions.RecordedNote;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's people: search, filters and a list. */
@Controller
class PeoplePageController extends PageController {

    private final BrandCatalogue catalogue;
    private final BrandPageFrame frame;
    private final PeopleReport people;
    private final PeoplePager pager;
    private final ActionFormFactory actions;

    PeoplePageController(
            BrandCatalogue catalogue, BrandPageFrame frame, PeopleReport people, ActionFormFactory actions) {
        this.catalogue = catalogue;
        this.frame = frame;
        this.people = people;
        this.pager = new PeoplePager(people);
        this.actions = actions;
    }

    @GetMapping("/agencies/{agency}/brands/{brand}/people")
    ModelAndView people(
            BrandKey brand,
            PeopleRequest request,
            PageRequest paging,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String select,
            Caller caller) {
        var asOf = frame.resolveDay(brand, request.asOf());
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var link = request.link(path);
        var page = pager.page(brand, asOf, request, paging);
        var chips = new PeopleChips(link);
        var registered = catalogue.require(brand);
        var items = page.items().stream()
                .map(person -> new PersonListItem(
                        person.state().person(),
                        PersonRow.of(person, path, asOf),
                        actions.create(registered, person.known(), asOf, caller, link.href())))
                .toList();
        return frame.page("people", brand, asOf)
                .addObject("window", request.window())
                .addObject("query", request)
                .addObject("groups", chips.groups(channels(page.items(), request)))
                .addObject("windows", chips.windows())
                .addObject("orders", chips.orders())
                .addObject("set", chips.current())
                .addObject("kept", link.with("q", null).parameters())
                .addObject("everyone", everyone(path, request))
                .addObject("count", count(brand, asOf, request, paging, page))
                .addObject("people", items)
                .addObject(
                        "selection",
                        actions.createForSelection(
                                registered, asOf, caller, link, link.with("cursor", cursor), "all".equals(select)))
                .addObject("next", next(link, page));
    }

    /** What was just recorded on this page. */
    @ModelAttribute("done")
    @Nullable
    String done(@RequestParam(required = false) @Nullable String done) {
        return RecordedNote.of(done);
    }

    private String count(
            BrandKey brand, AsOfDay asOf, PeopleRequest request, PageRequest paging, CursorPage<PersonInBrand> page) {
        if (paging.after() == null && page.next() == null) {
            return PageFormat.count(page.items().size());
        }
        var count = people.count(brand, asOf, request.filter());
        return count.isPresent() ? PageFormat.count(count.getAsLong()) : "";
    }

    /** The channels of the people on the page, and the one that is asked for. */
    private static List<String> channels(List<PersonInBrand> people, PeopleRequest request) {
        var found = people.stream()
                .flatMap(person -> person.known().handles().stream())
                .map(handle -> handle.channel());
        return Stream.concat(Stream.ofNullable(request.channel()).filter(text -> !text.isBlank()), found)
                .distinct()
                .sorted()
                .toList();
    }

    private static String everyone(String path, PeopleRequest request) {
        return ListLink.people(path).with("asOf", request.asOf()).href();
    }

    private static @Nullable String next(ListLink link, CursorPage<PersonInBrand> page) {
        return page.next() == null ? null : link.with("cursor", page.next()).href();
    }
}
