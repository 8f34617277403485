package io.rapport.report.people;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.timeline.TimelinePager;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/people")
class PeopleController {

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

    @Operation(summary = "The people of the brand, by default strongest first")
    @GetMapping
    PeopleResponse list(BrandKey brand, PageRequest paging, @ParameterObject PeopleRequest request) {
        catalogue.require(brand);
        var asOf = days.resolve(brand, request.asOf());
        var page = new PeoplePager(people).page(brand, asOf, request, paging);
        return PeopleResponse.of(page.map(PersonView::of), asOf);
    }

    @Operation(summary = "One person; for the id of a merged person the survivor")
    @GetMapping("/{person}")
    PersonDetailsView person(
            BrandKey brand, @PathVariable UUID person, @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var day = days.resolve(brand, asOf);
        return PersonDetailsView.of(find(brand, day, person), day, person);
    }

    @Operation(summary = "The composition of a person's score, each line with a link to its engagements")
    @GetMapping("/{person}/explanation")
    ScoreExplanation explanation(
            BrandKey brand, @PathVariable UUID person, @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var day = days.resolve(brand, asOf);
        return ScoreExplanation.of(brand, find(brand, day, person), day);
    }

    @Operation(summary = "The timeline of a person, newest first")
    @GetMapping("/{person}/timeline")
    CursorPage<TimelineEntry> timeline(
            BrandKey brand,
            @PathVariable UUID person,
            @ParameterObject TimelinePager.TimelineRequest request,
            PageRequest paging) {
        var zone = ZoneId.of(catalogue.require(brand).timeZone());
        var found = find(brand, days.resolve(brand, request.asOf()), person);
        return timelines.page(brand, found.known(), request, zone, paging);
    }

    private PersonInBrand find(BrandKey brand, AsOfDay asOf, UUID person) {
        return people.find(brand, asOf, person)
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
