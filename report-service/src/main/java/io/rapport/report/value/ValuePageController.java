package io.rapport.report.value;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PaidRow;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's value streams. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class ValuePageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandReport report;
    private final BrandCatalogue catalogue;
    private final ValueNames names;

    ValuePageController(BrandPageFrame frame, BrandReport report, BrandCatalogue catalogue, ValueNames names) {
        this.catalogue = catalogue;
        this.names = names;
        this.frame = frame;
        this.report = report;
    }

    @GetMapping("/value")
    ModelAndView value(BrandKey brand, WindowRequest request) {
        var day = frame.resolveDay(brand, request.asOf());
        var registered = catalogue.require(brand);
        var people = names.find(registered, day, request.days());
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var value = ValueView.of(report.value(brand, day, request.days()).orElse(null), day, request.days(), List.of());
        return frame.page("value", brand, day)
                .addAllObjects(request.model())
                .addObject("measured", value.measured())
                .addObject("paid", PaidRow.of(names.countPaid(registered, day, request.days())))
                .addObject(
                        "streams",
                        value.streams().stream()
                                .map(stream -> ValueStreamCard.of(stream, people, path, day, request.days()))
                                .toList());
    }
}
