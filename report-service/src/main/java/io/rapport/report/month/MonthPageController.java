package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a month by name. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class MonthPageController extends PageController {

    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final BrandCatalogue catalogue;
    private final BrandPageFrame frame;
    private final MonthResolver months;
    private final MonthReport report;

    MonthPageController(
            BrandCatalogue catalogue,
            BrandPageFrame frame,
            AsOfResolver days,
            PeopleReport people,
            BrandReport figures,
            ContentReport contents,
            EngagementRepository engagements) {
        this.catalogue = catalogue;
        this.frame = frame;
        this.months = new MonthResolver(days);
        this.report = new MonthReport(people, figures, contents, engagements);
    }

    @GetMapping("/months/{month}")
    ModelAndView month(BrandKey brand, @PathVariable String month) {
        var registered = catalogue.require(brand);
        var scope = months.resolve(brand, month);
        var view = report.compile(registered, scope);
        return frame.page("month", brand, scope.asOf())
                .addObject("query", Map.of())
                .addObject("month", view)
                .addObject("title", TITLE.format(view.month()))
                .addObject("lists", MonthPageList.of(view))
                .addObject("clients", MonthPageList.clients(view))
                .addObject("rows", MonthFigureRow.of(view.figures()))
                .addObject("few", FigureEvidence.isFew(view.figures().now().evidence()))
                .addObject("asOfText", PageFormat.day(view.asOf()))
                .addObject(
                        "previous",
                        scope.before() == null ? null : link(view.month().minusMonths(1)))
                .addObject("following", view.complete() ? link(view.month().plusMonths(1)) : null);
    }

    private static @Nullable String link(YearMonth month) {
        return month.toString();
    }
}
