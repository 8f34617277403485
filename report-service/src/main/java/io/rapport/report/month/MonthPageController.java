package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.report.month.document.MonthFigureRow;
import io.rapport.report.month.document.MonthSection;
import io.rapport.report.month.document.MonthSections;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a month by name. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class MonthPageController extends PageController {

    private final BrandCatalogue catalogue;
    private final BrandPageFrame frame;
    private final MonthResolver months;
    private final MonthCache compiled;

    MonthPageController(BrandCatalogue catalogue, BrandPageFrame frame, MonthResolver months, MonthCache compiled) {
        this.catalogue = catalogue;
        this.frame = frame;
        this.months = months;
        this.compiled = compiled;
    }

    @GetMapping("/months/{month}")
    ModelAndView month(BrandKey brand, @PathVariable String month, Caller caller) {
        var registered = catalogue.require(brand);
        var scope = months.resolve(registered, month);
        var before = scope.before();
        var limited = showsOneMonth(caller);
        var view = limited ? compiled.find(registered, scope) : compiled.findForReader(registered, scope);
        return frame.page("month", brand, scope.asOf())
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("month", view)
                .addObject("limited", limited)
                .addObject("maySubscribe", caller.hasScope(Scope.INGEST))
                .addObject(
                        "file",
                        "/v1/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/months/" + view.month())
                .addObject("title", PageFormat.longMonth(view.month()))
                .addObject(
                        "sections",
                        MonthSections.of(view).stream()
                                .map(MonthPageController::shown)
                                .toList())
                .addObject("rows", MonthFigureRow.of(view))
                .addObject("few", FigureEvidence.isFew(view.figures().now().evidence()))
                .addObject("days", PageFormat.interval(view.from(), view.asOf()))
                .addObject("previous", before == null ? null : before.month())
                .addObject(
                        "following",
                        view.month().isBefore(YearMonth.from(scope.today()))
                                ? view.month().plusMonths(1)
                                : null);
    }

    /** Whether the caller's link shows no other page of the brand. */
    private static boolean showsOneMonth(Caller caller) {
        var view = caller.view();
        return view != null && view.month() != null;
    }

    /** The names and reasons of a section on one line each. */
    private static MonthSection shown(MonthSection section) {
        var rows = section.rows().stream()
                .map(row -> new MonthSection.MonthRow(
                        row.person(),
                        PageText.line(row.name()),
                        row.reason(),
                        row.since(),
                        row.words(),
                        row.link(),
                        row.bars()))
                .toList();
        return new MonthSection(section.id(), section.title(), section.empty(), section.total(), rows);
    }
}
