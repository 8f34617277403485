package io.rapport.scoring.web.day;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.day.PeopleSelection;
import io.rapport.scoring.domain.day.PersonDay;
import io.rapport.scoring.domain.day.PersonDayDetails;
import io.rapport.scoring.domain.day.PersonDayFilter;
import io.rapport.scoring.query.ContentQueries;
import io.rapport.scoring.query.DayQueries;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of a brand and its people on any day, computed from ledgers with what is known now. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/days")
public class DayController {

    private static final int MAX_LOOKUP = 500;

    private final BrandCatalogue catalogue;
    private final DayQueries queries;
    private final ContentQueries contents;

    DayController(BrandCatalogue catalogue, DayQueries queries, ContentQueries contents) {
        this.catalogue = catalogue;
        this.queries = queries;
        this.contents = contents;
    }

    /**
     * Returns the first and the current day of a brand, and a number that rises when an earlier day changes. With
     * {@code first=false} it takes no pass over the people.
     */
    @GetMapping
    DayQueries.Days days(BrandKey brand, @RequestParam(required = false) @Nullable String first) {
        var registered = catalogue.require(brand);
        var withFirst = !Boolean.FALSE.equals(DayParameters.flag("first", first));
        return DayProblemMapper.orProblem(() -> queries.days(registered, withFirst));
    }

    /** Returns the figures of a brand on up to 400 days, computed in one pass. */
    @GetMapping("/figures")
    BrandDaysView figures(
            BrandKey brand,
            @RequestParam String days,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String parts) {
        var registered = catalogue.require(brand);
        var asked = DayParameters.days(days);
        var included = DayParameters.parts(parts);
        var figures = DayProblemMapper.orProblem(() -> queries.figures(registered, asked, model, included));
        return new BrandDaysView(figures.days(), figures.items());
    }

    /** Returns the latest posts of each channel on a day, or of one channel. */
    @GetMapping("/content")
    ContentQueries.Content content(
            BrandKey brand,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String channel) {
        var registered = catalogue.require(brand);
        var day = DayParameters.optionalDay("asOf", asOf);
        var only = DayParameters.optionalChannel(channel);
        return DayProblemMapper.orProblem(() -> contents.content(registered, day, only));
    }

    /** Returns a page of the people of a brand on a day; each page is one pass over all people. */
    @GetMapping("/people")
    PeopleDayView people(
            BrandKey brand,
            PageRequest page,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable Integer window,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String warmth,
            @RequestParam(required = false) @Nullable String cooling,
            @RequestParam(required = false) @Nullable String captive,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable String owed,
            @RequestParam(required = false) @Nullable String seenSince,
            @RequestParam(required = false) @Nullable String notSeenSince) {
        var registered = catalogue.require(brand);
        var filter = new PersonDayFilter(
                DayParameters.seen(seen),
                DayParameters.stages(stage),
                DayParameters.warmth(warmth),
                DayParameters.flag("cooling", cooling),
                DayParameters.flag("captive", captive),
                DayParameters.flag("client", client),
                DayParameters.flag("owed", owed),
                DayParameters.optionalDay("seenSince", seenSince),
                DayParameters.optionalDay("notSeenSince", notSeenSince));
        var order = DayParameters.order(sort);
        var criteria = new PeopleSelection.Criteria(filter, order, DayParameters.position(page, order), page.limit());
        var day = DayParameters.optionalDay("asOf", asOf);
        var days = DayParameters.window(window);
        var people = DayProblemMapper.orProblem(() -> queries.people(registered, day, model, days, criteria));
        return new PeopleDayView(
                people.asOf(),
                people.modelVersion(),
                people.history(),
                days,
                people.people(),
                people.strengths(),
                people.count(),
                people.items(),
                DayParameters.cursor(order, people.next()));
    }

    /** Returns one person on up to 400 days, with the parts of the score; days without a relationship are left out. */
    @GetMapping("/people/{person}")
    PersonDaysView person(
            BrandKey brand,
            @PathVariable String person,
            @RequestParam String days,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable Integer window) {
        var registered = catalogue.require(brand);
        var id = DayParameters.person("person", person);
        var asked = DayParameters.days(days);
        var length = DayParameters.window(window);
        var found = DayProblemMapper.orProblem(() -> queries.persons(registered, List.of(id), asked, model, length));
        if (!found.known()) {
            throw Problem.notFound().asException();
        }
        return new PersonDaysView(
                id,
                found.modelVersion(),
                found.items().stream().map(PersonDayView::of).toList());
    }

    /** Returns up to 500 people on one day, in the order of the request; people without a relationship are left out. */
    @PostMapping("/people/lookup")
    PeopleLookupView lookup(BrandKey brand, @RequestBody PeopleLookupRequest request) {
        var registered = catalogue.require(brand);
        var people = request.people() == null ? List.<UUID>of() : request.people();
        if (people.size() > MAX_LOOKUP) {
            throw Problem.invalid(
                            "people", "people has at most " + MAX_LOOKUP + " ids; send the others in a second request.")
                    .asException();
        }
        var window = DayParameters.window(request.window());
        var found = DayProblemMapper.orProblem(
                () -> queries.persons(registered, Set.copyOf(people), request.asked(), request.model(), window));
        var items = found.items().stream()
                .map(PersonDayDetails::day)
                .sorted(Comparator.comparing((PersonDay day) -> people.indexOf(day.person())))
                .toList();
        return new PeopleLookupView(found.modelVersion(), window, items);
    }
}
