package io.rapport.report.value;

import io.rapport.contracts.score.ValueKind;
import io.rapport.report.domain.channel.ChannelFigure;
import io.rapport.report.page.ListLink;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where the engagements that a value stream counts are listed with their people. */
public final class ValueEvidence {

    private static final String SEARCH = "search";

    private ValueEvidence() {}

    /**
     * The path of the list of what a stream counts; null for an unknown one.
     *
     * @param last the last day of the window
     * @param window its length in days
     */
    public static @Nullable String path(ValueKind stream, String brandPath, @Nullable LocalDate last, int window) {
        var people = ListLink.channelPeople(brandPath, last, window);
        return switch (stream) {
            case DIRECT_SALES -> figure(people, ChannelFigure.SALES);
            case SEARCH_COST_AVOIDED -> figure(people.with("channel", SEARCH), ChannelFigure.VISITS);
            case SERVICE_SAVED -> figure(people, ChannelFigure.ANSWERED_IN_PUBLIC);
            case AUTHORITY -> figure(people, ChannelFigure.CITATIONS);
            case HOURS_INVESTED -> ListLink.outbound(brandPath, last, window).href();
            case ASSISTED_SALES ->
                ListLink.sales(brandPath, SharedStream.ASSISTED.value())
                        .ofDays(last, window)
                        .href();
            case REFERRAL ->
                ListLink.sales(brandPath, SharedStream.REFERRED.value())
                        .ofDays(last, window)
                        .href();
            case UNKNOWN -> null;
        };
    }

    private static String figure(ListLink people, ChannelFigure figure) {
        return people.with("figure", figure.field()).href();
    }
}
