package io.rapport.report.domain.subscription;

import io.rapport.contracts.subscription.MailProgress;
import io.rapport.contracts.subscription.MailProgressBuilder;
import io.rapport.report.domain.webhook.WebhookRetryPolicy;
import java.time.Duration;
import java.time.Instant;

/** When a mail is tried again: with the delays of webhooks, until it has failed for too long. */
public final class MailRetryPolicy {

    private final WebhookRetryPolicy delays;

    /**
     * A policy.
     *
     * @param first the delay after the first failure
     * @param max the longest delay
     * @param giveUp how long a mail may fail
     */
    public MailRetryPolicy(Duration first, Duration max, Duration giveUp) {
        this.delays = new WebhookRetryPolicy(first, max, giveUp);
    }

    /** Whether the next attempt is due. */
    public static boolean isDue(MailProgress progress, Instant now) {
        var next = progress.nextAttemptAt();
        return !progress.refused() && (next == null || !now.isBefore(next));
    }

    /** Whether a mail that failed again has failed for too long. */
    public boolean isGivenUp(MailProgress before, Instant now) {
        var since = before.failingSince();
        return since != null && !now.isBefore(since.plus(delays.giveUp()));
    }

    /**
     * Progress after a failed attempt.
     *
     * @param random 0 to 1, for the jitter
     */
    public MailProgress failed(MailProgress before, Instant now, String error, double random) {
        var failures = before.failures() + 1;
        return MailProgressBuilder.builder(before)
                .failures(failures)
                .failingSince(before.failingSince() == null ? now : before.failingSince())
                .nextAttemptAt(now.plus(delays.delay(failures, random)))
                .error(error)
                .build();
    }

    /** Progress after which nothing is sent any more. */
    public static MailProgress refused(MailProgress before, String error) {
        return MailProgressBuilder.builder(before)
                .nextAttemptAt(null)
                .error(error)
                .refused(true)
                .build();
    }
}
