package io.rapport.report.spread;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.page.AlertText;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's sentiment spread. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class SpreadPageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandCatalogue catalogue;
    private final BrandReport report;
    private final SpreadEvidence evidence;
    private final SpreadPeople people;

    SpreadPageController(
            BrandPageFrame frame,
            BrandCatalogue catalogue,
            BrandReport report,
            SpreadEvidence evidence,
            SpreadPeople people) {
        this.people = people;
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
                .addObject("columns", SpreadColumn.both(spread.figures(), peopleLink(brand, request)))
                .addObject("evidence", evidence.find(catalogue.require(brand), day, request.days()))
                .addObject("overview", SentimentOverview.of(spread.figures()));
    }

    /** The people behind the figures of a tone. */
    @GetMapping("/spread/people")
    ModelAndView people(BrandKey brand, WindowRequest request, @RequestParam(required = false) @Nullable String tone) {
        var day = frame.resolveDay(brand, request.asOf());
        var found = people.find(brand, day, request.days(), SpreadPeople.Tone.of(tone));
        return frame.page("spread-people", brand, day)
                .addAllObjects(request.model())
                .addObject("here", "spread")
                .addObject("title", text("spread-people." + found.tone()))
                .addObject("count", PageFormat.count(found.count()))
                .addObject("left", found.count() - found.items().size())
                .addObject(
                        "rows",
                        found.items().stream()
                                .map(item -> new CarrierRow(
                                        PageText.line(item.name()),
                                        item.link(),
                                        PageFormat.label(item.stage()),
                                        PageFormat.number(item.strength())))
                                .toList());
    }

    /** A carrier on the page. */
    record CarrierRow(String name, String path, String stage, String strength) {}

    private static ListLink peopleLink(BrandKey brand, WindowRequest request) {
        return new ListLink(BrandPageLink.path(brand.agency(), brand.brand()) + "/spread/people", Map.of())
                .with("window", request.days())
                .with("asOf", request.asOf());
    }
}
