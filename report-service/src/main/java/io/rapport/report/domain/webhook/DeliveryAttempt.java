package io.rapport.report.domain.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to deliver an event, without its content.
 *
 * @param id of the message
 * @param type of the event
 * @param status of the response; null without one
 * @param error why it failed, as a sentence; null if it succeeded
 * @param millis how long it took
 */
public record DeliveryAttempt(
        Instant at,
        String id,
        String type,
        @Nullable Integer status,
        @Nullable String error,
        long millis) {

    /** Whether the event was delivered. */
    public boolean isDelivered() {
        return error == null;
    }
}
