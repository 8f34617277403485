package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How people who wanted an answer were answered, by the day they asked.
 *
 * @param window days, up to and including {@code asOf}
 * @param opened conversations somebody opened by asking
 * @param answered of them, those answered by now
 * @param answeredInPublic of them, those answered where others can read it
 * @param waiting of those opened, the ones still owed a reply
 * @param medianSeconds half of the answers came within this; null when there was none
 * @param p90Seconds nine in ten answers came within this; null when there was none
 * @param targetMinutes the brand's target; null when it has none
 * @param withinTarget answers within the target by conversations opened, 0 to 1; null without target or conversations
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
        @Nullable Double withinTarget) {}
