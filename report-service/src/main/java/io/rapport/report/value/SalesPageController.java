package io.rapport.report.value;

import io.rapport.contracts.BrandKey;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the purchases that others had a part in. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class SalesPageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandCatalogue catalogue;
    private final SalesReader sales;

    SalesPageController(BrandPageFrame frame, BrandCatalogue catalogue, SalesReader sales) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.sales = sales;
    }

    @GetMapping("/value/sales")
    ModelAndView sales(
            BrandKey brand,
            @RequestParam(required = false) @Nullable String stream,
            DayIntervalRequest request,
            PageRequest paging) {
        var day = frame.resolveDay(brand, null);
        var asked = SharedStream.of(stream);
        var found = sales.find(catalogue.require(brand), day, request, asked, paging);
        var labels = ValueStreamLabels.of(asked.kind());
        return frame.page("sales", brand, day)
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("here", "value")
                .addObject("title", labels.label())
                .addObject("meaning", labels.meaning())
                .addObject("days", PageFormat.interval(found.from(), found.to()))
                .addObject("complete", found.complete())
                .addObject("rows", found.items().stream().map(SaleRow::of).toList())
                .addObject(
                        "next",
                        found.next() == null
                                ? null
                                : ListLink.sales(path(brand), asked.value())
                                        .with("from", found.from())
                                        .with("to", found.to())
                                        .with("cursor", found.next())
                                        .href());
    }

    private static String path(BrandKey brand) {
        return BrandPageLink.path(brand.agency(), brand.brand());
    }
}
