package io.rapport.contracts.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the deliveries of a webhook have come.
 *
 * @param positions the first offset that is not delivered yet, by source and partition, as {@code relationship-3}
 * @param catchingUp whether the events from these positions on have to be read into the queue
 * @param failures the number of failed attempts since the last delivery
 * @param failingSince when the first of them failed; null if the last attempt succeeded
 * @param nextAttemptAt when the next attempt is due; null for at once
 * @param error why the last attempt failed, as a sentence; null if it succeeded
 * @param disabled whether nothing is delivered any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record WebhookProgress(
        Map<String, Long> positions,
        boolean catchingUp,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttemptAt,
        @Nullable String error,
        boolean disabled) {

    /** The progress of a webhook that reads from these positions. */
    public static WebhookProgress from(Map<String, Long> positions) {
        return new WebhookProgress(positions, true, 0, null, null, null, false);
    }
}
