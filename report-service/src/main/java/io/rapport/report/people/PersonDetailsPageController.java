package io.rapport.report.people;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.corrections.CorrectionHandler;
import io.rapport.report.domain.conversation.DismissalService;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.RelationshipSummary;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.DayChoice;
import io.rapport.report.page.LabeledFigure;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.timeline.TimelinePager;
import io.rapport.report.timeline.TimelineRow;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.time.Instant;
import java.time.ZoneId;
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

/** The page of a person: identity, explanation of the score, and timeline. */
@Controller
class PersonDetailsPageController extends PageController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final PeopleReport people;
    private final TimelinePager timelines;
    private final DismissalService dismissals;

    PersonDetailsPageController(
            BrandCatalogue catalogue,
            AsOfResolver days,
            PeopleReport people,
            TimelinePager timelines,
            DismissalService dismissals) {
        this.dismissals = dismissals;
        this.catalogue = catalogue;
        this.days = days;
        this.people = people;
        this.timelines = timelines;
    }

    @GetMapping("/agencies/{agency}/brands/{brand}/people/{id}")
    ModelAndView person(
            BrandKey brand, @PathVariable UUID id, TimelinePager.TimelineRequest request, PageRequest paging) {
        var registered = catalogue.require(brand);
        var asOf = days.resolve(brand, request.asOf());
        var found = people.find(brand, asOf, id)
                .orElseThrow(() -> Problem.notFound().asException());
        var state = found.state();
        var brandPath = BrandPageLink.path(brand.agency(), brand.brand());
        var path = brandPath + "/people/" + state.person();
        var timeline = timelines
                .page(brand, found.known(), request, ZoneId.of(registered.timeZone()), paging)
                .map(TimelineRow::of);
        return new ModelAndView(
                "person",
                new ModelMap("brand", PageText.line(registered.name()))
                        .addAttribute("brandPath", brandPath)
                        .addAttribute("path", path)
                        .addAttribute("identityPath", brandPath + "/identities/" + state.person())
                        .addAttribute("person", PersonRow.of(found, brandPath, asOf))
                        .addAttribute("merged", !id.equals(state.person()))
                        .addAttribute(
                                "handles", PersonHandleRow.of(found.known().handles()))
                        .addAttribute("why", RelationshipSummary.of(state))
                        .addAttribute("day", DayChoice.of(asOf))
                        .addAttribute("asOf", PageFormat.day(state.asOf()))
                        .addAttribute("model", state.modelVersion())
                        .addAttribute("dimensions", dimensions(state))
                        .addAttribute("figures", figures(state))
                        .addAttribute(
                                "waiting",
                                WaitingAnswer.of(
                                        state,
                                        dismissals.find(brand, found.known()).orElse(null)))
                        .addAttribute("lines", ScoreLineRow.of(state, path, asOf))
                        .addAttribute("query", request)
                        .addAttribute("polarities", CorrectionHandler.CHOICES)
                        .addAttribute("timeline", timeline.items())
                        .addAttribute("next", timeline.next()));
    }

    /** The page of the timeline that is shown, so that the correction form can redirect back to it. */
    @ModelAttribute("cursor")
    @Nullable
    String cursor(@RequestParam(required = false) @Nullable String cursor) {
        return cursor;
    }

    /** When the page was made: a form dismisses no question that came later. */
    @ModelAttribute("now")
    Instant now() {
        return Instant.now();
    }

    /** Whether the caller may correct sentiments, so that the form is shown. */
    @ModelAttribute("mayCorrect")
    boolean mayCorrect(Caller caller) {
        return caller.hasScope(Scope.ADMIN);
    }

    /**
     * The bar of know, like or trust.
     *
     * @param value 0 to 100
     */
    record DimensionBar(String word, double value, String shown) {}

    private static List<DimensionBar> dimensions(RelationshipScoreChanged state) {
        return List.of(
                new DimensionBar("Know", state.know(), PageFormat.number(state.know())),
                new DimensionBar("Like", state.like(), PageFormat.number(state.like())),
                new DimensionBar("Trust", state.trust(), PageFormat.number(state.trust())));
    }

    private static List<LabeledFigure> figures(RelationshipScoreChanged state) {
        return List.of(
                new LabeledFigure("Warmth", PageFormat.number(state.warmth()), PageFormat.label(state.warmthClass())),
                new LabeledFigure("They to us", PageFormat.number(state.theyToUs()), "what they give, lately"),
                new LabeledFigure("We to them", PageFormat.number(state.usToThem()), "what we give, lately"),
                new LabeledFigure("Reciprocity", PageFormat.share(state.reciprocity()), "100 % is give and take alike"),
                new LabeledFigure("First seen", PageFormat.day(state.firstSeen()), "their first turn to us"),
                new LabeledFigure("Last seen", PageFormat.day(state.lastSeen()), "their latest"));
    }
}
