package io.rapport.report.domain.webhook;

import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.contracts.webhook.WebhookProgressBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery is tried again: exponential backoff with jitter, until the target has failed for too long.
 *
 * @param first the delay after the first failure
 * @param max the longest delay
 * @param giveUp how long a target may fail before nothing is delivered to it any more
 */
public record WebhookRetryPolicy(Duration first, Duration max, Duration giveUp) {

    private static final double JITTER = 0.5;
    private static final int MAX_DOUBLINGS = 30;
    private static final Duration MAX_WAIT = Duration.ofDays(1);

    /** Progress after deliveries, of which each position is the offset after the last one. */
    public static WebhookProgress delivered(WebhookProgress before, Map<String, Long> positions) {
        return WebhookProgressBuilder.builder(before)
                .positions(merged(before.positions(), positions))
                .failures(0)
                .failingSince(null)
                .nextAttemptAt(null)
                .error(null)
                .build();
    }

    /**
     * Progress after a failed attempt.
     *
     * @param wait the least time that the target asked for; null for the backoff's
     * @param random 0 to 1, for the jitter
     */
    public WebhookProgress failed(
            WebhookProgress before, Instant now, String error, @Nullable Duration wait, double random) {
        var since = before.failingSince() == null ? now : before.failingSince();
        if (!now.isBefore(since.plus(giveUp))) {
            return disabled(
                    before,
                    since,
                    "Disabled after " + giveUp.toHours() + " hours of failed attempts. The last one: " + error);
        }
        var failures = before.failures() + 1;
        var delay = delay(failures, random);
        var asked = wait == null ? Duration.ZERO : wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
        return WebhookProgressBuilder.builder(before)
                .failures(failures)
                .failingSince(since)
                .nextAttemptAt(now.plus(asked.compareTo(delay) > 0 ? asked : delay))
                .error(error)
                .build();
    }

    /** Progress of a webhook to which nothing is delivered any more. */
    public static WebhookProgress disabled(WebhookProgress before, Instant since, String reason) {
        return WebhookProgressBuilder.builder(before)
                .failures(before.failures() + 1)
                .failingSince(since)
                .nextAttemptAt(null)
                .error(reason)
                .disabled(true)
                .build();
    }

    /** The delay after a number of failures: doubled each time, half of it up to one and a half of it. */
    public Duration delay(int failures, double random) {
        var doubled = first.toMillis() * Math.pow(2, Math.min(failures - 1, MAX_DOUBLINGS));
        var capped = Math.min(doubled, max.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 - JITTER + 2 * JITTER * random)));
    }

    private static Map<String, Long> merged(Map<String, Long> before, Map<String, Long> later) {
        var all = new HashMap<>(before);
        later.forEach((partition, offset) -> all.merge(partition, offset, Math::max));
        return all;
    }
}
