package io.rapport.report.channels;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.channel.ChannelFigure;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.PaidRow;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages of channels side by side, with the people who became buyers, and of the people behind a figure. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class ChannelPageController extends PageController {

    /** A person in a list with the reason. */
    record ReasonRow(NamedPerson person, String reason) {}

    /**
     * A link to the same list in another order.
     *
     * @param on whether it is the order of the page
     */
    record OrderLink(String label, String href, boolean on) {}

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
        var link = peopleLink(brand).with("from", compared.from()).with("to", compared.to());
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
                                .map(item -> ChannelRow.of(item.figures(), link))
                                .toList())
                .addObject("channels", compared.items())
                .addObject(
                        "chains",
                        compared.chains().stream()
                                .map(chain -> ChainRow.of(chain, link))
                                .toList())
                .addObject("paid", PaidRow.of(compared.paid()))
                .addObject("conversionsComplete", conversions.complete())
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

    /** The page of the people behind a figure of the channels. */
    @GetMapping("/channels/people")
    ModelAndView people(BrandKey brand, ChannelPeopleRequest request, DayIntervalRequest days, PageRequest paging) {
        var day = frame.resolveDay(brand, null);
        var found = reader.findPeople(brand, day, request, days, paging);
        var path = BrandPageLink.path(brand.agency(), brand.brand()) + "/channels";
        var order = request.order();
        var figure = request.counted()
                .on(peopleLink(brand))
                .with("from", found.from())
                .with("to", found.to());
        var link = figure.with("sort", request.sort());
        return frame.page("channel-people", brand, day)
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("here", "channels")
                .addObject(
                        "channelsLink",
                        new ListLink(path, Map.of())
                                .with("from", found.from())
                                .with("to", found.to())
                                .href())
                .addObject("title", CountedPersonRow.title(found))
                .addObject("count", PageFormat.count(found.count()))
                .addObject("people", PageFormat.counted(found.people(), "person"))
                .addObject("complete", found.complete())
                .addObject("days", PageFormat.interval(found.from(), found.to()))
                .addObject("orders", orders(found.figure(), order, figure))
                .addObject(
                        "rows",
                        found.items().stream()
                                .map(item -> CountedPersonRow.of(item, found.figure()))
                                .toList())
                .addObject(
                        "next",
                        found.next() == null
                                ? null
                                : link.with("cursor", found.next()).href());
    }

    /** The orders to choose from; none if there is one only. */
    private static List<OrderLink> orders(@Nullable String figure, CountedOrder current, ListLink link) {
        return ChannelFigure.fromField(String.valueOf(figure))
                .filter(ChannelFigure::hasAmount)
                .map(each -> Stream.of(CountedOrder.values())
                        .map(order -> new OrderLink(
                                text("channel-people.order." + order.name()),
                                link.with("sort", order.field()).href(),
                                order == current))
                        .toList())
                .orElse(List.of());
    }

    private static ListLink peopleLink(BrandKey brand) {
        return ListLink.channelPeople(BrandPageLink.path(brand.agency(), brand.brand()));
    }
}
