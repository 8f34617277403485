package io.rapport.report.content;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's content resonance. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class ContentPageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandCatalogue catalogue;
    private final ContentReport report;

    ContentPageController(BrandPageFrame frame, BrandCatalogue catalogue, ContentReport report) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.report = report;
    }

    @GetMapping("/content")
    ModelAndView content(BrandKey brand, ContentRequest request, PageRequest paging) {
        var registered = catalogue.require(brand);
        var zone = ZoneId.of(registered.timeZone());
        var day = frame.resolveDay(brand, request.asOf());
        var content = report.find(brand, day, request.channelOrNull());
        var page = PostPager.page(content.posts(), paging);
        var texts = report.findTexts(brand, page.items());
        var list = ListLink.ofPost(BrandPageLink.path(brand.agency(), brand.brand()))
                .with("asOf", request.asOf());
        var posts = page.map(post -> PostRow.of(post, texts.apply(post), zone, list));
        var paid = report.findPaid(registered, day, request.channelOrNull());
        return frame.page("content", brand, day)
                .addObject("query", request)
                .addObject("known", report.isKnown(day))
                .addObject("channels", report.findChannels(brand))
                .addObject("posts", posts.items())
                .addObject("next", posts.next())
                .addObject(
                        "topics",
                        content.topics().stream().map(MeanResonanceRow::of).toList())
                .addObject(
                        "boosted",
                        paid.stream().map(post -> PaidPostRow.of(post, zone)).toList())
                .addObject("kinds", MeanResonanceRow.kinds(content));
    }
}
