package io.rapport.report.people;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.actions.ActionFormFactory;
import io.rapport.report.actions.RecordedNote;
import io.rapport.report.corrections.CorrectionHandler;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.conversation.DismissalService;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.LabeledFigure;
import io.rapport.report.page.PageFormat;
import io.rapport.report.reminder.ReminderRows;
import io.rapport.report.timeline.OpenQuestionLookup;
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

/** The page of a person: who they are, what to do next, what happened, and why the score is what it is. */
@Controller
class PersonDetailsPageController extends PageController {

    private final BrandCatalogue catalogue;
    private final BrandPageFrame frame;
    private final PeopleReport people;
    private final TimelinePager timelines;
    private final DismissalService dismissals;
    private final OpenQuestionLookup questions;
    private final PersonTrend trend;
    private final ActionFormFactory actions;
    private final ReminderRows reminders;

    PersonDetailsPageController(
            BrandCatalogue catalogue,
            BrandPageFrame frame,
            PeopleReport people,
            TimelinePager timelines,
            DismissalService dismissals,
            OpenQuestionLookup questions,
            PersonTrend trend,
            ActionFormFactory actions,
            ReminderRows reminders) {
        this.catalogue = catalogue;
        this.frame = frame;
        this.people = people;
        this.timelines = timelines;
        this.dismissals = dismissals;
        this.questions = questions;
        this.trend = trend;
        this.actions = actions;
        this.reminders = reminders;
    }

    @GetMapping("/agencies/{agency}/brands/{brand}/people/{id}")
    ModelAndView person(
            BrandKey brand,
            @PathVariable UUID id,
            TimelinePager.TimelineRequest request,
            PageRequest paging,
            Caller caller) {
        var asOf = frame.resolveDay(brand, request.asOf());
        var found = people.find(brand, asOf, id)
                .orElseThrow(() -> Problem.notFound().asException());
        var state = found.state();
        var registered = catalogue.require(brand);
        var brandPath = BrandPageLink.path(brand.agency(), brand.brand());
        var path = brandPath + "/people/" + state.person();
        return frame.page("person", brand, asOf)
                .addObject("path", path)
                .addObject("identityPath", brandPath + "/identities/" + state.person())
                .addObject("here", "people")
                .addObject("query", request)
                .addObject("merged", !id.equals(state.person()))
                .addObject("act", actions.create(registered, found.known(), asOf, caller, ""))
                .addAllObjects(reminders(registered, state.person(), asOf, caller))
                .addObject("handles", PersonHandleRow.of(found.known().handles()))
                .addObject("lines", ScoreLineRow.of(state, path, asOf))
                .addAllObjects(relationship(found, registered, brandPath, asOf))
                .addAllObjects(timeline(found, registered, request, paging));
    }

    /** The open reminders and the form for another one, on pages of the current day. */
    private ModelMap reminders(BrandRegistered brand, UUID person, AsOfDay asOf, Caller caller) {
        return asOf.current()
                ? new ModelMap("reminders", reminders.find(brand, person, caller))
                        .addAttribute("remind", reminders.form(brand, person, caller, ""))
                : new ModelMap("reminders", List.of());
    }

    private ModelMap relationship(PersonInBrand found, BrandRegistered brand, String brandPath, AsOfDay asOf) {
        var state = found.state();
        var key = brand.brandKey();
        var first = state.firstSeen();
        var mark = dismissals.find(key, found.known()).orElse(null);
        var question = questions.find(key, List.of(found)).get(state.person());
        return new ModelMap("person", PersonRow.of(found, brandPath, asOf))
                .addAttribute("sentence", PersonSentence.of(found, PageText.line(brand.name())))
                .addAttribute("step", NextStep.of(state))
                .addAttribute("asOf", PageFormat.day(state.asOf()))
                .addAttribute("model", state.modelVersion())
                .addAttribute("dimensions", dimensions(state))
                .addAttribute("figures", figures(state))
                .addAttribute("waiting", WaitingAnswer.of(state, question, mark, ZoneId.of(brand.timeZone())))
                .addAttribute(
                        "trend",
                        asOf.day() == null || first == null
                                ? null
                                : trend.chart(key, state.person(), asOf.day(), first))
                .addAttribute("polarities", CorrectionHandler.choices());
    }

    private ModelMap timeline(
            PersonInBrand found, BrandRegistered brand, TimelinePager.TimelineRequest request, PageRequest paging) {
        var zone = ZoneId.of(brand.timeZone());
        var page = timelines
                .page(brand.brandKey(), found.known(), request, zone, paging)
                .map(entry -> TimelineRow.of(entry, zone));
        return new ModelMap("timeline", page.items()).addAttribute("next", page.next());
    }

    /** What was just recorded for the person. */
    @ModelAttribute("done")
    @Nullable
    String done(@RequestParam(required = false) @Nullable String done) {
        return RecordedNote.of(done);
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
                new DimensionBar(text("know"), state.know(), PageFormat.number(state.know())),
                new DimensionBar(text("like"), state.like(), PageFormat.number(state.like())),
                new DimensionBar(text("trust"), state.trust(), PageFormat.number(state.trust())));
    }

    private static List<LabeledFigure> figures(RelationshipScoreChanged state) {
        return List.of(
                new LabeledFigure(
                        text("warmth"), PageFormat.number(state.warmth()), PageFormat.label(state.warmthClass())),
                new LabeledFigure(
                        text("figure.they-to-us"),
                        PageFormat.number(state.theyToUs()),
                        text("figure.they-to-us.meaning")),
                new LabeledFigure(
                        text("figure.we-to-them"),
                        PageFormat.number(state.usToThem()),
                        text("figure.we-to-them.meaning")),
                new LabeledFigure(
                        text("figure.reciprocity"),
                        PageFormat.share(state.reciprocity()),
                        text("figure.reciprocity.meaning")),
                new LabeledFigure(
                        text("figure.first-seen"),
                        PageFormat.day(state.firstSeen()),
                        text("figure.first-seen.meaning")),
                new LabeledFigure(
                        text("last-seen"), PageFormat.day(state.lastSeen()), text("figure.last-seen.meaning")));
    }
}
