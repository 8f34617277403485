package io.rapport.report.channels;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelFigure;
import io.rapport.report.domain.channel.ChannelReport;
import io.rapport.report.domain.channel.ChannelReport.CountedContacts;
import io.rapport.report.page.ListLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure of the channels whose people are asked for. */
sealed interface CountedFigure {

    /** What the figure counts in some days. */
    CountedContacts read(ChannelReport report, BrandKey brand, AsOfDay asOf, DayInterval days);

    /** The link with the parameters that ask for the figure. */
    ListLink on(ListLink link);

    /**
     * A figure of a channel.
     *
     * @param channel null for all channels
     */
    record CountedOnChannel(@Nullable String channel, ChannelFigure figure) implements CountedFigure {

        @Override
        public CountedContacts read(ChannelReport report, BrandKey brand, AsOfDay asOf, DayInterval days) {
            return report.counted(brand, asOf, days, channel, figure);
        }

        @Override
        public ListLink on(ListLink link) {
            return link.with("channel", channel).with("figure", figure.field());
        }
    }

    /** The purchases that ended a chain. */
    record CountedChain(List<String> channels) implements CountedFigure {

        @Override
        public CountedContacts read(ChannelReport report, BrandKey brand, AsOfDay asOf, DayInterval days) {
            return report.counted(brand, asOf, days, channels);
        }

        @Override
        public ListLink on(ListLink link) {
            return link.with("chain", String.join(",", channels));
        }
    }
}
