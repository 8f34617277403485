package io.rapport.report.spread;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.page.AlertText;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's sentiment spread. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class SpreadPageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandCatalogue catalogue;
    private final BrandReport report;
    private final SpreadEvidence evidence;

    SpreadPageController(BrandPageFrame frame, BrandCatalogue catalogue, BrandReport report, SpreadEvidence evidence) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.report = report;
        this.evidence = evidence;
    }

    @GetMapping("/spread")
    ModelAndView spread(BrandKey brand, WindowRequest request) {
        var day = frame.resolveDay(brand, request.asOf());
        var spread = report.spread(brand, day, request.days());
        return frame.page("spread", brand, day)
                .addAllObjects(request.model())
                .addObject("alert", AlertText.of(spread.alert()))
                .addObject("alertAvailable", spread.alertAvailable())
                .addObject("few", FigureEvidence.isFew(spread.figures().evidence()))
                .addObject("columns", SpreadColumn.both(spread.figures()))
                .addObject("evidence", evidence.find(catalogue.require(brand), day, request.days()))
                .addObject("overview", SentimentOverview.of(spread.figures()));
    }
}
