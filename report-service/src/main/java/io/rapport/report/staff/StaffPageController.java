package io.rapport.report.staff;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.pages.PageController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of what members of staff contribute. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class StaffPageController extends PageController {

    private final BrandPageFrame frame;
    private final StaffReader reader;

    StaffPageController(BrandPageFrame frame, StaffReader reader) {
        this.frame = frame;
        this.reader = reader;
    }

    @GetMapping("/staff")
    ModelAndView staff(BrandKey brand, DayIntervalRequest request) {
        var day = frame.resolveDay(brand, null);
        var staff = reader.find(brand, day, request);
        var outbound = StaffRow.outbound(BrandPageLink.path(brand.agency(), brand.brand()), staff);
        return frame.page("staff", brand, day)
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("title", text("staff.title"))
                .addObject("from", staff.from())
                .addObject("to", staff.to())
                .addObject("days", PageFormat.interval(staff.from(), staff.to()))
                .addObject("complete", staff.complete())
                .addObject("all", PageFormat.counted(staff.outbound(), "engagement"))
                .addObject("allLink", outbound.href())
                .addObject("named", PageFormat.count(staff.named()))
                .addObject(
                        "rows",
                        staff.members().stream()
                                .map(member -> StaffRow.of(member, outbound))
                                .toList());
    }
}
