package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.PeopleReport;
import io.rapport.report.domain.Why;
import io.rapport.report.web.Headline.Figure;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a person: who they are, why they score as they do, and what happened. */
@Controller
class PersonPages extends PageController {

    private final BrandCatalogue catalogue;
    private final Days days;
    private final PeopleReport people;
    private final Timelines timelines;

    PersonPages(BrandCatalogue catalogue, Days days, PeopleReport people, Timelines timelines) {
        this.catalogue = catalogue;
        this.days = days;
        this.people = people;
        this.timelines = timelines;
    }

    @GetMapping("/agencies/{agency}/brands/{brand}/people/{id}")
    ModelAndView person(BrandKey brand, @PathVariable UUID id, Timelines.Wish wish, PageRequest paging) {
        var registered = catalogue.require(brand);
        var found = people.find(brand, days.moment(brand, null), id)
                .orElseThrow(() -> Problem.notFound().asException());
        var state = found.state();
        var brandPath = BrandLink.path(brand.agency(), brand.brand());
        var path = brandPath + "/people/" + state.person();
        var timeline = timelines.page(brand, found.known(), wish, paging).map(TimelineRow::of);
        return new ModelAndView(
                "person",
                new ModelMap("brand", PageText.line(registered.name()))
                        .addAttribute("brandPath", brandPath)
                        .addAttribute("path", path)
                        .addAttribute("person", PersonRow.of(found, brandPath))
                        .addAttribute("merged", !id.equals(state.person()))
                        .addAttribute("handles", HandleRow.of(found.known().handles()))
                        .addAttribute("why", Why.of(state))
                        .addAttribute("asOf", Show.day(state.asOf()))
                        .addAttribute("model", state.modelVersion())
                        .addAttribute("dimensions", dimensions(state))
                        .addAttribute("figures", figures(state))
                        .addAttribute("lines", ExplainedLine.of(state, path))
                        .addAttribute("wish", wish)
                        .addAttribute("polarities", CorrectionDesk.CHOICES)
                        .addAttribute("timeline", timeline.items())
                        .addAttribute("next", timeline.next()));
    }

    /** Which part of the timeline is shown, as it stands in the address, so that a form can lead back to it. */
    @ModelAttribute("cursor")
    @Nullable
    String cursor(@RequestParam(required = false) @Nullable String cursor) {
        return cursor;
    }

    /** Whether the form that corrects a text is worth showing. */
    @ModelAttribute("mayCorrect")
    boolean mayCorrect(Caller caller) {
        return caller.hasScope(Scope.ADMIN);
    }

    /**
     * One of know, like and trust.
     *
     * @param value 0 to 100
     */
    record Dimension(String word, double value, String shown) {}

    private static List<Dimension> dimensions(RelationshipScoreChanged state) {
        return List.of(
                new Dimension("Know", state.know(), Show.number(state.know())),
                new Dimension("Like", state.like(), Show.number(state.like())),
                new Dimension("Trust", state.trust(), Show.number(state.trust())));
    }

    private static List<Figure> figures(RelationshipScoreChanged state) {
        return List.of(
                new Figure("Warmth", Show.number(state.warmth()), Show.word(state.warmthClass())),
                new Figure("They to us", Show.number(state.theyToUs()), "what they give, lately"),
                new Figure("We to them", Show.number(state.usToThem()), "what we give, lately"),
                new Figure("Reciprocity", Show.share(state.reciprocity()), "100 % is give and take alike"),
                new Figure("First seen", Show.day(state.firstSeen()), "their first turn to us"),
                new Figure("Last seen", Show.day(state.lastSeen()), "their latest"));
    }
}
