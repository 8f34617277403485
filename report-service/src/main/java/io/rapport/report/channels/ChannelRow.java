package io.rapport.report.channels;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.channel.ChannelFigure;
import io.rapport.report.domain.channel.ChannelFigures;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A channel in the table of the page: one cell for each of {@link #headings}. */
record ChannelRow(String channel, List<ChannelCell> cells) {

    private static final String MEDIAN = "medianSeconds";

    /**
     * A figure in the table.
     *
     * @param heading of its column
     * @param link path of the people behind it; null if there are none
     */
    record ChannelCell(
            String heading, String value, @Nullable String link) {}

    /** The columns after the channel. */
    static List<String> headings() {
        return columns().map(ChannelRow::heading).toList();
    }

    /** The row of a channel; the link is that of the people behind figures in the days of the page. */
    static ChannelRow of(ChannelFigures from, ListLink people) {
        var link = people.with("channel", from.channel());
        return new ChannelRow(
                from.channel(),
                columns().map(column -> cell(column, from, link)).toList());
    }

    /** The name of a figure. */
    static String heading(String field) {
        return text("channels.figure." + field);
    }

    private static Stream<String> columns() {
        return Stream.of(ChannelFigure.values())
                .flatMap(figure -> figure == ChannelFigure.ANSWERED
                        ? Stream.of(figure.field(), MEDIAN)
                        : Stream.of(figure.field()));
    }

    private static ChannelCell cell(String column, ChannelFigures from, ListLink link) {
        var figure = ChannelFigure.fromField(column).orElse(ChannelFigure.ANSWERED);
        var hasPeople = figure == ChannelFigure.HOURS ? from.results().hours() != null : count(figure, from) > 0;
        var isMedian = column.equals(MEDIAN);
        return new ChannelCell(
                heading(column),
                isMedian ? PageFormat.duration(from.answers().medianSeconds()) : shown(figure, from),
                hasPeople
                        ? link.with("figure", figure.field())
                                .with("sort", isMedian ? CountedOrder.LARGEST.field() : null)
                                .href()
                        : null);
    }

    private static String shown(ChannelFigure figure, ChannelFigures from) {
        var hours = from.results().hours();
        return figure != ChannelFigure.HOURS
                ? PageFormat.count(count(figure, from))
                : hours == null ? "–" : PageFormat.number(hours);
    }

    private static long count(ChannelFigure figure, ChannelFigures from) {
        return switch (figure) {
            case PEOPLE -> from.people().people();
            case MET_FIRST -> from.people().metFirst();
            case CAME_BACK -> from.people().cameBack();
            case QUESTIONS -> from.answers().questions();
            case ANSWERED -> from.answers().answered();
            case ANSWERED_IN_PUBLIC -> from.answers().answeredInPublic();
            case SHARES -> from.word().shares();
            case GOOD_WORD -> from.word().goodWord();
            case BAD_WORD -> from.word().badWord();
            case REFERRALS -> from.results().referrals();
            case CITATIONS -> from.results().citations();
            case VISITS -> from.results().visits();
            case ASSISTED_VISITS -> from.results().assistedVisits();
            case SALES -> from.results().sales();
            case ASSISTED_SALES -> from.results().assistedSales();
            case HOURS -> 0;
        };
    }
}
