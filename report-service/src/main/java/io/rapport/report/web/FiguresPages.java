package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.BrandReport;
import io.rapport.report.domain.ContentReport;
import io.rapport.report.domain.NothingYet;
import io.rapport.report.domain.PeopleReport;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** How word of a brand spreads, how people are answered, what comes of it, and which posts resonate: a page each. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class FiguresPages extends PageController {

    private final Frame frame;
    private final BrandReport report;
    private final OwedList owed;
    private final ContentReport contents;

    FiguresPages(Frame frame, BrandReport report, PeopleReport people, ContentReport contents) {
        this.frame = frame;
        this.report = report;
        this.owed = new OwedList(people);
        this.contents = contents;
    }

    @GetMapping("/spread")
    ModelAndView spread(BrandKey brand, WindowWish wish) {
        var moment = frame.moment(brand, wish.asOf());
        var spread = report.spread(brand, moment, wish.days());
        return frame.page("spread", brand, moment)
                .addAllObjects(wish.model())
                .addObject("alert", spread.alert())
                .addObject("words", SpreadColumn.both(spread.figures()))
                .addObject("mood", Mood.of(spread.figures()));
    }

    @GetMapping("/service")
    ModelAndView service(BrandKey brand, WindowWish wish, PageRequest paging) {
        var moment = frame.moment(brand, wish.asOf());
        var figures = report.service(brand, moment, wish.days()).orElseGet(() -> NothingYet.service(wish.days()));
        var page = frame.page("service", brand, moment);
        var path = BrandLink.path(brand.agency(), brand.brand());
        var people = owed.page(brand, moment, paging).map(person -> OwedRow.of(person, moment, path));
        return page.addAllObjects(wish.model())
                .addObject("answered", ServiceFigures.of(figures))
                .addObject("people", people.items())
                .addObject("next", people.next());
    }

    @GetMapping("/value")
    ModelAndView value(BrandKey brand, WindowWish wish) {
        var moment = frame.moment(brand, wish.asOf());
        var value = ValueView.of(report.value(brand, moment, wish.days()).orElse(null), moment, wish.days());
        return frame.page("value", brand, moment)
                .addAllObjects(wish.model())
                .addObject("measured", value.measured())
                .addObject(
                        "streams", value.streams().stream().map(StreamCard::of).toList());
    }

    @GetMapping("/content")
    ModelAndView content(BrandKey brand, ContentWish wish, PageRequest paging) {
        var moment = frame.moment(brand, wish.asOf());
        var content = contents.of(brand, moment, wish.only());
        var posts = PostList.page(content.posts(), paging).map(PostRow::of);
        return frame.page("content", brand, moment)
                .addObject("wish", wish)
                .addObject("channels", contents.channels(brand))
                .addObject("posts", posts.items())
                .addObject("next", posts.next())
                .addObject("topics", content.topics().stream().map(MeanRow::of).toList())
                .addObject("kinds", MeanRow.kinds(content));
    }
}
