package io.rapport.report.month;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.sentiment.WindowSpread;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The month of a brand by name: people before figures.
 *
 * @param month the month
 * @param asOf its last day, or the brand's current day while it runs
 * @param complete whether the month is over
 * @param window the length of the windows that the lists and figures are about, in days up to {@code asOf}
 * @param summary two sentences
 * @param clients the whole client list at most, neglected clients first
 * @param notifications sources of notifications
 * @param word what good and bad word did
 * @param content posts by resonance; null for a month that is over
 * @param value streams of value, never summed up
 * @param service answer times; null if they are not measured
 * @param figures of this month and of the one before
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MonthView(
        String agency,
        String brand,
        String name,
        YearMonth month,
        LocalDate asOf,
        boolean complete,
        int window,
        List<String> summary,
        @JsonUnwrapped MonthLists people,
        List<MonthClient> clients,
        NotificationSources notifications,
        WindowSpread word,
        @Nullable List<MonthPost> content,
        List<ValueStream> value,
        @Nullable ServiceWindow service,
        MonthFigures figures) {

    /**
     * People of the month by what they did, at most 50 in each list.
     *
     * @param attention who is new, and who returned
     * @param cameBack who was seen again after a silence
     * @param wentQuiet who is silent now, clients first
     * @param deservesThanks who gave most and was not thanked in the window
     * @param thanked who gave most and was thanked in the window
     * @param owed who waits for an answer, with the question
     * @param advocates with what they said last
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MonthLists(
            List<MonthPerson> attention,
            List<MonthPerson> cameBack,
            List<MonthPerson> wentQuiet,
            List<MonthPerson> deservesThanks,
            List<MonthPerson> thanked,
            List<MonthPerson> owed,
            List<MonthPerson> advocates) {}

    /**
     * Sources of notifications.
     *
     * @param captiveShare captive people by people seen; null without any
     * @param captiveNotificationShare notifications of captive people by all; null without any
     * @param people captive people, those who give most first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NotificationSources(
            @Nullable Double captiveShare, @Nullable Double captiveNotificationShare, List<MonthPerson> people) {}

    /** A post that resonated. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MonthPost(
            String channel,
            String post,
            @Nullable String link,
            boolean promotional,
            @Nullable Double resonance,
            long engagements) {}

    /**
     * The figures of the month beside those of the month before.
     *
     * @param before null if the brand has no figures of that month
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MonthFigures(RollingRor now, @Nullable RollingRor before) {}
}
