package io.rapport.report.service;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.auth.Caller;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's answer times and owed replies. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class ServicePageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandReport report;
    private final OwedReplyPager owedReplies;

    ServicePageController(BrandPageFrame frame, BrandReport report, PeopleReport people) {
        this.frame = frame;
        this.report = report;
        this.owedReplies = new OwedReplyPager(people);
    }

    @GetMapping("/service")
    ModelAndView service(BrandKey brand, WindowRequest request, PageRequest paging) {
        var day = frame.resolveDay(brand, request.asOf());
        var figures = report.service(brand, day, request.days()).orElseGet(() -> EmptyFigures.service(request.days()));
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var people = owedReplies.page(brand, day, paging).map(person -> OwedReplyRow.of(person, day, path));
        return frame.page("service", brand, day)
                .addAllObjects(request.model())
                .addObject("answered", ServiceSummary.of(figures))
                .addObject("few", FigureEvidence.isFew(figures.evidence()))
                .addObject("people", people.items())
                .addObject("next", people.next());
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
