package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.metrics.EngagementOutcome;
import org.jspecify.annotations.Nullable;

/** What the stream asks of an engagement before it counts it. */
final class EngagementValidator {

    static final JsonSerde<EngagementReceived> JSON = new JsonSerde<>(EngagementReceived.class);

    private EngagementValidator() {}

    /**
     * The engagement, whole and under its own key.
     *
     * @throws IllegalArgumentException if a field is missing or the key is another handle's
     */
    static EngagementReceived requireValid(@Nullable String key, @Nullable EngagementReceived engagement) {
        if (key == null || engagement == null) {
            throw new IllegalArgumentException("An engagement has a key and a value");
        }
        if (isIncomplete(engagement)) {
            throw new IllegalArgumentException("The engagement lacks a field that every engagement has");
        }
        if (!engagement.handleKey().key().equals(key)) {
            throw new IllegalArgumentException("The record's key is not the engagement's handle");
        }
        return engagement;
    }

    /** Why it enters no ledger whoever's it is; null when nothing speaks against it. */
    static @Nullable EngagementOutcome withheldOutcome(EngagementReceived engagement) {
        if (engagement.kind() == EngagementKind.POST) {
            return EngagementOutcome.POST;
        }
        if (engagement.actor().isBot()) {
            return EngagementOutcome.BOT;
        }
        return engagement.isPaid() ? EngagementOutcome.PAID : null;
    }

    // JSON gives null for any field, whatever its type says.
    @SuppressWarnings("ConstantValue")
    private static boolean isIncomplete(EngagementReceived e) {
        return e.id() == null
                || e.agency() == null
                || e.brand() == null
                || e.channel() == null
                || e.source() == null
                || e.occurredAt() == null
                || e.receivedAt() == null
                || e.direction() == null
                || e.kind() == null
                || e.actor() == null
                || e.actor().id() == null;
    }
}
