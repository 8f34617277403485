package io.rapport.report.channels;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.channels.ChannelPeopleView.CountedPersonView;
import io.rapport.report.page.PageFormat;
import org.jspecify.annotations.Nullable;

/**
 * A person behind a figure of the channels, on the page.
 *
 * @param reason what the figure counts, as a sentence
 * @param evidence path of it
 */
record CountedPersonRow(NamedPerson person, String reason, String evidence) {

    private static final double SECONDS_PER_MINUTE = 60;

    /** @param figure null for a chain */
    static CountedPersonRow of(CountedPersonView from, @Nullable String figure) {
        return new CountedPersonRow(from.person().onPage(), reason(from, figure), from.evidence());
    }

    /** The figure in words. */
    static String title(ChannelPeopleView from) {
        var chain = from.chain();
        if (chain != null) {
            return ChainRow.way(chain) + ": " + ChannelRow.heading("sales");
        }
        var figure = ChannelRow.heading(String.valueOf(from.figure()));
        return from.channel() == null ? figure : from.channel() + ": " + figure;
    }

    private static String reason(CountedPersonView from, @Nullable String figure) {
        var key = "channel-people.why." + (figure == null ? "sales" : figure);
        var amount = from.amount();
        var isMinutes = "hours".equals(figure);
        return text(
                key,
                PageFormat.day(from.day()),
                from.on(),
                PageFormat.label(from.kind()),
                amount == null ? "" : PageFormat.duration(isMinutes ? amount * SECONDS_PER_MINUTE : amount));
    }
}
