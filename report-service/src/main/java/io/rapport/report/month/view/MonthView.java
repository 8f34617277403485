package io.rapport.report.month.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.contracts.story.StoryKind;
import io.rapport.report.domain.goal.GoalProgress;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The month of a brand by name: people before figures.
 *
 * @param month the month
 * @param from its first day
 * @param asOf its last day, or the brand's current day while it runs
 * @param complete whether the month is over
 * @param window the number of days from {@code from} to {@code asOf}, which the lists and figures are about
 * @param summary two sentences
 * @param counts the number of people of each list, also of those that it leaves out
 * @param introductions clients who hardly know the brand, with who could introduce it
 * @param referrals the referrals of the month, as trees
 * @param becameClients who bought for the first time, the newest first
 * @param candidates who stands where those stood before they bought: a suggestion; empty if there are none of them
 * @param clients the whole client list at most, neglected clients first
 * @param staff share of each member of staff in what the brand did for people, and the clients that only they hold
 * @param notifications the people that notifications come from
 * @param word what good and bad word did, with the messages
 * @param content posts by resonance; null if it is not known of the month
 * @param value streams of value, never summed up
 * @param service answer times
 * @param goals progress in the month, with the median of the agency's brands while the month runs
 * @param stories what was written down about people, of days of the month, at most 100
 * @param figures of this month and of the one before
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@RecordBuilder
public record MonthView(
        String agency,
        String brand,
        String name,
        YearMonth month,
        LocalDate from,
        LocalDate asOf,
        boolean complete,
        int window,
        String modelVersion,
        List<String> summary,
        @JsonUnwrapped MonthLists people,
        Map<String, Long> counts,
        List<MonthIntroduction> introductions,
        List<MonthReferral> referrals,
        List<MonthBuyer> becameClients,
        List<MonthPerson> candidates,
        List<MonthClient> clients,
        List<MonthStaff> staff,
        NotificationSources notifications,
        MonthWord word,
        @Nullable List<MonthPost> content,
        List<ValueStream> value,
        ServiceWindow service,
        List<GoalProgress> goals,
        List<MonthStory> stories,
        MonthFigures figures) {

    /**
     * People of the month by what they did, at most 50 in each list.
     *
     * @param attention who is new, and who returned
     * @param cameBack who was seen again after a silence
     * @param wentQuiet who is silent now, clients first
     * @param deservesThanks who gave most and was not thanked in the month
     * @param thanked who was thanked in the month, and what they gave before and after
     * @param owed who waits for an answer, with the question
     * @param advocates with their latest text
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MonthLists(
            List<MonthPerson> attention,
            List<MonthPerson> cameBack,
            List<MonthPerson> wentQuiet,
            List<MonthPerson> deservesThanks,
            List<MonthThanked> thanked,
            List<MonthPerson> owed,
            List<MonthPerson> advocates) {}

    /**
     * The people that notifications come from.
     *
     * @param captiveShare captive people by people seen; null without any
     * @param captiveNotificationShare notifications of captive people by all; null without any
     * @param people captive people, those who gave most first
     * @param random other people, those who gave most first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record NotificationSources(
            @Nullable Double captiveShare,
            @Nullable Double captiveNotificationShare,
            List<MonthPerson> people,
            List<MonthPerson> random) {}

    /**
     * What good and bad word did.
     *
     * @param good people with their most positive message of the month
     * @param bad people with their most negative message of the month
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MonthWord(@JsonUnwrapped WindowSpread spread, List<MonthPerson> good, List<MonthPerson> bad) {}

    /**
     * A post that resonated.
     *
     * @param post the message's id on its channel
     * @param day when it was posted
     * @param words of the post, at most 500 characters; null if they are not known
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MonthPost(
            String channel,
            String post,
            LocalDate day,
            @Nullable String words,
            @Nullable String link,
            boolean promotional,
            @Nullable Double resonance,
            long engagements) {}

    /** A story about a person. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MonthStory(@JsonUnwrapped MonthPerson line, UUID id, StoryKind kind) {}

    /**
     * The figures of the month beside those of the month before.
     *
     * @param before null if the brand has no figures of that month
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MonthFigures(RollingRor now, @Nullable RollingRor before) {}
}
