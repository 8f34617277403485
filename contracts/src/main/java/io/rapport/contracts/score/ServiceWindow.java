package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The service figures of a window, by the day of the question.
 *
 * @param window days, up to and including {@code asOf}
 * @param opened the number of conversations opened by a question
 * @param answered of them, those answered by now
 * @param answeredInPublic of them, those answered publicly
 * @param waiting of those opened, the ones still owed a reply
 * @param medianSeconds the median time to answer; null without answers
 * @param p90Seconds the 90th percentile of the time to answer; null without answers
 * @param targetMinutes the brand's target; null when it has none
 * @param withinTarget answers within the target by conversations opened, 0 to 1; null without target or conversations
 * @param evidence {@code few} when it stands on few data, see {@link FigureEvidence}; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ServiceWindow(
        int window,
        long opened,
        long answered,
        long answeredInPublic,
        long waiting,
        @Nullable Double medianSeconds,
        @Nullable Double p90Seconds,
        @Nullable Integer targetMinutes,
        @Nullable Double withinTarget,
        @Nullable String evidence) {

    /** Figures that stand on enough data. */
    public ServiceWindow(
            int window,
            long opened,
            long answered,
            long answeredInPublic,
            long waiting,
            @Nullable Double medianSeconds,
            @Nullable Double p90Seconds,
            @Nullable Integer targetMinutes,
            @Nullable Double withinTarget) {
        this(
                window,
                opened,
                answered,
                answeredInPublic,
                waiting,
                medianSeconds,
                p90Seconds,
                targetMinutes,
                withinTarget,
                null);
    }
}
