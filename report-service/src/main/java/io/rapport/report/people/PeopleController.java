package io.rapport.report.people;

import io.rapport.report.request.AsOfResolver;
import io.rapport.report.timeline.TimelinePager;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.engagement.TimelineEntry;
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
public class PeopleController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final PeopleReport people;
    private final TimelinePager timelines;

    PeopleController(BrandCatalogue catalogue, AsOfResolver days, PeopleReport people, TimelinePager timelines) {
        this.catalogue = catalogue;
        this.days = days;
        this.people = people;
        this.timelines = timelines;
    }

    @Operation(summary = "The brand's people by name, strongest first unless said otherwise")
    @GetMapping
    PeopleResponse list(BrandKey brand, PageRequest paging, @ParameterObject PeopleRequest wish) {
        catalogue.require(brand);
        var moment = days.resolve(brand, wish.asOf());
        var page = new PeoplePager(people).page(brand, moment, wish, paging);
        return PeopleResponse.of(page.map(PersonView::of), moment);
    }

    @Operation(summary = "One person; the id of a merged person answers the survivor")
    @GetMapping("/{person}")
    PersonDetailsView person(
            BrandKey brand, @PathVariable UUID person, @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var moment = days.resolve(brand, asOf);
        return PersonDetailsView.of(find(brand, moment, person), moment, person);
    }

    @Operation(summary = "What a person's score is made of, each line with the engagements behind it")
    @GetMapping("/{person}/explanation")
    ScoreExplanation explanation(
            BrandKey brand, @PathVariable UUID person, @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var moment = days.resolve(brand, asOf);
        return ScoreExplanation.of(brand, find(brand, moment, person), moment);
    }

    @Operation(summary = "What happened with a person, newest first")
    @GetMapping("/{person}/timeline")
    CursorPage<TimelineEntry> timeline(
            BrandKey brand, @PathVariable UUID person, @ParameterObject TimelinePager.TimelineRequest wish, PageRequest paging) {
        catalogue.require(brand);
        var found = find(brand, days.resolve(brand, null), person);
        return timelines.page(brand, found.known(), wish, paging);
    }

    private PersonInBrand find(BrandKey brand, AsOfDay moment, UUID person) {
        return people.find(brand, moment, person)
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
