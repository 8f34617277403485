package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.Moment;
import io.rapport.report.domain.PeopleReport;
import io.rapport.report.domain.PersonInBrand;
import io.rapport.report.domain.TimelineEntry;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A brand's people, by name. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/people")
class PeopleController {

    private final BrandCatalogue catalogue;
    private final Days days;
    private final PeopleReport people;
    private final Timelines timelines;

    PeopleController(BrandCatalogue catalogue, Days days, PeopleReport people, Timelines timelines) {
        this.catalogue = catalogue;
        this.days = days;
        this.people = people;
        this.timelines = timelines;
    }

    @Operation(summary = "The brand's people by name, strongest first unless said otherwise")
    @GetMapping
    PeoplePage list(BrandKey brand, PageRequest paging, @ParameterObject PeopleWish wish) {
        catalogue.require(brand);
        var moment = days.moment(brand, wish.asOf());
        var page = new PeopleList(people).page(brand, moment, wish, paging);
        return PeoplePage.of(page.map(PersonView::of), moment);
    }

    @Operation(summary = "One person; the id of a merged person answers the survivor")
    @GetMapping("/{person}")
    PersonDetails person(
            BrandKey brand, @PathVariable UUID person, @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var moment = days.moment(brand, asOf);
        return PersonDetails.of(find(brand, moment, person), moment, person);
    }

    @Operation(summary = "What a person's score is made of, each line with the engagements behind it")
    @GetMapping("/{person}/explanation")
    Explanation explanation(
            BrandKey brand, @PathVariable UUID person, @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var moment = days.moment(brand, asOf);
        return Explanation.of(brand, find(brand, moment, person), moment);
    }

    @Operation(summary = "What happened with a person, newest first")
    @GetMapping("/{person}/timeline")
    CursorPage<TimelineEntry> timeline(
            BrandKey brand, @PathVariable UUID person, @ParameterObject Timelines.Wish wish, PageRequest paging) {
        catalogue.require(brand);
        var found = find(brand, days.moment(brand, null), person);
        return timelines.page(brand, found.known(), wish, paging);
    }

    private PersonInBrand find(BrandKey brand, Moment moment, UUID person) {
        return people.find(brand, moment, person)
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
