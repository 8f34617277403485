package io.rapport.report.channels;

import io.rapport.contracts.BrandKey;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.PaidRow;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.pages.PageController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of channels side by side, with the people who became buyers. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class ChannelPageController extends PageController {

    /** A person in a list with the reason. */
    record ReasonRow(NamedPerson person, String reason) {}

    private final BrandPageFrame frame;
    private final ChannelReader reader;

    ChannelPageController(BrandPageFrame frame, ChannelReader reader) {
        this.frame = frame;
        this.reader = reader;
    }

    @GetMapping("/channels")
    ModelAndView channels(BrandKey brand, DayIntervalRequest request) {
        var day = frame.resolveDay(brand, null);
        var compared = reader.compare(brand, day, request).onPage();
        var conversions = reader.findConversions(brand, day, request);
        return frame.page("channels", brand, day)
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("from", compared.from())
                .addObject("to", compared.to())
                .addObject("days", PageFormat.interval(compared.from(), compared.to()))
                .addObject("complete", compared.complete())
                .addObject("headings", ChannelRow.headings())
                .addObject(
                        "rows",
                        compared.items().stream()
                                .map(item -> ChannelRow.of(item.figures()))
                                .toList())
                .addObject("channels", compared.items())
                .addObject("chains", compared.chains())
                .addObject("paid", PaidRow.of(compared.paid()))
                .addObject(
                        "conversions",
                        conversions.items().stream()
                                .map(item -> new ReasonRow(item.person().onPage(), item.reason()))
                                .toList())
                .addObject(
                        "similar",
                        conversions.similar().stream()
                                .map(item -> new ReasonRow(item.person().onPage(), item.reason()))
                                .toList());
    }
}
