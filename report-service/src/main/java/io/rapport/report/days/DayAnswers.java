package io.rapport.report.days;

import io.rapport.contracts.content.PostFigures;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.contracts.sentiment.WindowSpread;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of the scoring service about days. */
public final class DayAnswers {

    private DayAnswers() {}

    /**
     * The days of a brand.
     *
     * @param first null without any
     * @param last the current day; null without any
     * @param history rises whenever anything before the current day changes
     */
    record DayRange(@Nullable LocalDate first, @Nullable LocalDate last, String modelVersion, long history) {}

    /** The figures of several days. */
    record FigureList(String modelVersion, long history, List<DayFigures> items) {}

    /**
     * The figures of a day.
     *
     * @param people the number of people with a relationship
     * @param meanStrength over these people; null without any
     * @param spread null if it was not asked for
     * @param value null if it was not asked for
     * @param service null if it was not asked for
     * @param alert about the spread; null for none
     * @param accounts null if they were not asked for or are not known exactly
     */
    public record DayFigures(
            LocalDate asOf,
            long people,
            @Nullable Double meanStrength,
            List<RollingRor> windows,
            @Nullable List<WindowSpread> spread,
            @Nullable List<ValueWindow> value,
            @Nullable List<ServiceWindow> service,
            @Nullable String alert,
            @Nullable AccountBalance accounts) {}

    /** The latest posts of each channel on a day. */
    record ContentOfDay(List<ChannelContent> channels) {}

    /** The latest posts of a channel. */
    record ChannelContent(String channel, List<PostFigures> posts) {}

    /**
     * People on one day or one person on several.
     *
     * @param count the number of people on all pages; null where the answer is not a page
     */
    record PersonDays(
            @Nullable LocalDate asOf,
            String modelVersion,
            List<PersonDayItem> items,
            @Nullable String next,
            @Nullable Long count) {}
}
