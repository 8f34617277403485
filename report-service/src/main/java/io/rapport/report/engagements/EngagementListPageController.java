package io.rapport.report.engagements;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.paging.PageRequest;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the engagements behind figures. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class EngagementListPageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandCatalogue catalogue;
    private final EngagementListReader reader;

    EngagementListPageController(BrandPageFrame frame, BrandCatalogue catalogue, EngagementListReader reader) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.reader = reader;
    }

    @GetMapping("/outbound")
    ModelAndView outbound(
            BrandKey brand,
            @RequestParam(required = false) @Nullable String staff,
            DayIntervalRequest request,
            PageRequest paging) {
        var day = frame.resolveDay(brand, null);
        var found = reader.findOutbound(brand, day, staff, request, paging);
        var member = found.staff();
        var link = ListLink.outbound(path(brand))
                .with("staff", member)
                .with("from", found.from())
                .with("to", found.to());
        return page(brand, day, null, found.items(), found.next(), link)
                .addObject("here", "staff")
                .addObject(
                        "title",
                        member == null
                                ? text("engagements.outbound")
                                : text("engagements.outbound.by", PageText.line(member)))
                .addObject("words", null)
                .addObject("days", PageFormat.interval(found.from(), found.to()));
    }

    @GetMapping("/content/engagements")
    ModelAndView ofPost(BrandKey brand, PostRequest request, PageRequest paging) {
        var day = frame.resolveDay(brand, request.asOf());
        var found = reader.findOfPost(brand, day, request.key(), paging);
        var link = ListLink.ofPost(path(brand))
                .with("channel", found.channel())
                .with("post", found.post())
                .with("asOf", request.asOf());
        return page(brand, day, request.asOf(), found.items(), found.next(), link)
                .addObject("here", "content")
                .addObject("title", text("engagements.post", PageText.line(found.post()), found.channel()))
                .addObject("words", found.text())
                .addObject("days", text("engagements.up-to", PageFormat.day(found.asOf())));
    }

    private ModelAndView page(
            BrandKey brand,
            AsOfDay day,
            @Nullable String asOf,
            List<ListedEngagement> items,
            @Nullable String next,
            ListLink link) {
        var zone = ZoneId.of(catalogue.require(brand).timeZone());
        var path = path(brand);
        return frame.page("engagements", brand, day)
                .addAllObjects(new WindowRequest(null, asOf).model())
                .addObject(
                        "rows",
                        items.stream()
                                .map(item -> EngagementRow.of(item, path, zone))
                                .toList())
                .addObject(
                        "next", next == null ? null : link.with("cursor", next).href());
    }

    private static String path(BrandKey brand) {
        return BrandPageLink.path(brand.agency(), brand.brand());
    }
}
