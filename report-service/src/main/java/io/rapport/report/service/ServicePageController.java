package io.rapport.report.service;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.report.actions.ActionFormFactory;
import io.rapport.report.actions.RecordedNote;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.request.WindowRequest;
import io.rapport.report.timeline.OpenQuestionLookup;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's answer times and owed replies. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class ServicePageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandReport report;
    private final OwedReplyPager owedReplies;
    private final BrandCatalogue catalogue;
    private final OpenQuestionLookup questions;
    private final ActionFormFactory actions;

    ServicePageController(
            BrandCatalogue catalogue,
            BrandPageFrame frame,
            BrandReport report,
            PeopleReport people,
            OpenQuestionLookup questions,
            ActionFormFactory actions) {
        this.catalogue = catalogue;
        this.questions = questions;
        this.actions = actions;
        this.frame = frame;
        this.report = report;
        this.owedReplies = new OwedReplyPager(people);
    }

    @GetMapping("/service")
    ModelAndView service(BrandKey brand, WindowRequest request, PageRequest paging, Caller caller) {
        var day = frame.resolveDay(brand, request.asOf());
        var figures = report.service(brand, day, request.days()).orElseGet(() -> EmptyFigures.service(request.days()));
        var page = owedReplies.page(brand, day, paging);
        var registered = catalogue.require(brand);
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        return frame.page("service", brand, day)
                .addAllObjects(request.model())
                .addObject(
                        "answered", ServiceSummary.of(figures, ListLink.channelPeople(path, day.day(), request.days())))
                .addObject("few", FigureEvidence.isFew(figures.evidence()))
                .addObject("people", rows(registered, day, page.items(), caller))
                .addObject("zone", registered.timeZone())
                .addObject("next", page.next());
    }

    private List<OwedReplyRow> rows(BrandRegistered brand, AsOfDay asOf, List<PersonInBrand> people, Caller caller) {
        var asked = questions.find(brand.brandKey(), people);
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        return people.stream()
                .map(person -> OwedReplyRow.of(
                        person,
                        asOf,
                        path,
                        ZoneId.of(brand.timeZone()),
                        asked.get(person.state().person()),
                        actions.create(brand, person.known(), asOf, caller, path + "/service")))
                .toList();
    }

    /** What was just recorded on this page. */
    @ModelAttribute("done")
    @Nullable
    String done(@RequestParam(required = false) @Nullable String done) {
        return RecordedNote.of(done);
    }

    /** When the page was made: a form dismisses no question that came later. */
    @ModelAttribute("now")
    Instant now() {
        return Instant.now();
    }

    /** Whether the caller may mark questions as needing no answer, so that the form is shown. */
    @ModelAttribute("mayDismiss")
    boolean mayDismiss(Caller caller) {
        return caller.hasScope(Scope.ADMIN);
    }
}
