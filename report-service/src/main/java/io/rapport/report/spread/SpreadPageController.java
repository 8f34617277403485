package io.rapport.report.spread;

import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.content.ContentRequest;
import io.rapport.report.content.MeanResonanceRow;
import io.rapport.report.service.OwedReplyPager;
import io.rapport.report.service.OwedReplyRow;
import io.rapport.report.content.PostPager;
import io.rapport.report.content.PostRow;
import io.rapport.report.service.ServiceSummary;
import io.rapport.report.value.ValueStreamCard;
import io.rapport.report.value.ValueView;
import io.rapport.report.request.WindowRequest;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** How word of a brand spreads, how people are answered, what comes of it, and which posts resonate: a page each. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
public class SpreadPageController extends PageController {

    private final BrandPageFrame frame;
    private final BrandReport report;
    private final OwedReplyPager owed;
    private final ContentReport contents;

    SpreadPageController(BrandPageFrame frame, BrandReport report, PeopleReport people, ContentReport contents) {
        this.frame = frame;
        this.report = report;
        this.owed = new OwedReplyPager(people);
        this.contents = contents;
    }

    @GetMapping("/spread")
    ModelAndView spread(BrandKey brand, WindowRequest wish) {
        var moment = frame.resolveDay(brand, wish.asOf());
        var spread = report.spread(brand, moment, wish.days());
        return frame.page("spread", brand, moment)
                .addAllObjects(wish.model())
                .addObject("alert", spread.alert())
                .addObject("words", SpreadColumn.both(spread.figures()))
                .addObject("mood", SentimentOverview.of(spread.figures()));
    }

    @GetMapping("/service")
    ModelAndView service(BrandKey brand, WindowRequest wish, PageRequest paging) {
        var moment = frame.resolveDay(brand, wish.asOf());
        var figures = report.service(brand, moment, wish.days()).orElseGet(() -> EmptyFigures.service(wish.days()));
        var page = frame.page("service", brand, moment);
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var people = owed.page(brand, moment, paging).map(person -> OwedReplyRow.of(person, moment, path));
        return page.addAllObjects(wish.model())
                .addObject("answered", ServiceSummary.of(figures))
                .addObject("people", people.items())
                .addObject("next", people.next());
    }

    @GetMapping("/value")
    ModelAndView value(BrandKey brand, WindowRequest wish) {
        var moment = frame.resolveDay(brand, wish.asOf());
        var value = ValueView.of(report.value(brand, moment, wish.days()).orElse(null), moment, wish.days());
        return frame.page("value", brand, moment)
                .addAllObjects(wish.model())
                .addObject("measured", value.measured())
                .addObject(
                        "streams", value.streams().stream().map(ValueStreamCard::of).toList());
    }

    @GetMapping("/content")
    ModelAndView content(BrandKey brand, ContentRequest wish, PageRequest paging) {
        var moment = frame.resolveDay(brand, wish.asOf());
        var content = contents.find(brand, moment, wish.channelOrNull());
        var posts = PostPager.page(content.posts(), paging).map(PostRow::of);
        return frame.page("content", brand, moment)
                .addObject("wish", wish)
                .addObject("channels", contents.findChannels(brand))
                .addObject("posts", posts.items())
                .addObject("next", posts.next())
                .addObject("topics", content.topics().stream().map(MeanResonanceRow::of).toList())
                .addObject("kinds", MeanResonanceRow.kinds(content));
    }
}
