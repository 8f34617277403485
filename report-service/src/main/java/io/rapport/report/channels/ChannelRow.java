package io.rapport.report.channels;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.channel.ChannelFigures;
import io.rapport.report.page.PageFormat;
import java.util.List;

/** A channel in the table of the page: one cell for each heading. */
record ChannelRow(String channel, List<String> cells) {

    /** The columns after the channel. */
    private static final List<String> COLUMNS = List.of(
            "people",
            "met-first",
            "came-back",
            "questions",
            "answered",
            "median",
            "shares",
            "good-word",
            "bad-word",
            "referrals",
            "visits",
            "assisted-visits",
            "sales",
            "assisted-sales",
            "hours");

    static List<String> headings() {
        return COLUMNS.stream().map(column -> text("channels.column." + column)).toList();
    }

    static ChannelRow of(ChannelFigures from) {
        return new ChannelRow(
                from.channel(),
                List.of(
                        PageFormat.count(from.people().people()),
                        PageFormat.count(from.people().metFirst()),
                        PageFormat.count(from.people().cameBack()),
                        PageFormat.count(from.answers().questions()),
                        PageFormat.count(from.answers().answered()),
                        PageFormat.duration(from.answers().medianSeconds()),
                        PageFormat.count(from.word().shares()),
                        PageFormat.count(from.word().goodWord()),
                        PageFormat.count(from.word().badWord()),
                        PageFormat.count(from.results().referrals()),
                        PageFormat.count(from.results().visits()),
                        PageFormat.count(from.results().assistedVisits()),
                        PageFormat.count(from.results().sales()),
                        PageFormat.count(from.results().assistedSales()),
                        from.results().hours() == null
                                ? "–"
                                : PageFormat.number(from.results().hours())));
    }
}
