package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.metrics.EngagementOutcome;
import org.jspecify.annotations.Nullable;

/** Validates engagements and decides which are withheld from the ledgers. */
final class EngagementValidator {

    static final JsonSerde<EngagementReceived> JSON = new JsonSerde<>(EngagementReceived.class);

    private EngagementValidator() {}

    /**
     * Returns the engagement if it is complete and its key matches.
     *
     * @throws IllegalArgumentException if a field is missing or the key is not that of its handle
     */
    static EngagementReceived requireValid(@Nullable String key, @Nullable EngagementReceived engagement) {
        if (key == null || engagement == null) {
            throw new IllegalArgumentException("An engagement needs a key and a value");
        }
        if (isIncomplete(engagement)) {
            throw new IllegalArgumentException("The engagement lacks a required field");
        }
        if (!engagement.handleKey().key().equals(key)) {
            throw new IllegalArgumentException("The record key is not the key of the handle of the engagement");
        }
        return engagement;
    }

    /** Returns the outcome of an engagement that enters no ledger; null when it is to be counted. */
    static @Nullable EngagementOutcome withheldOutcome(EngagementReceived engagement) {
        if (engagement.withdraws()) {
            return EngagementOutcome.WITHDRAWN;
        }
        if (engagement.kind() == EngagementKind.POST) {
            return EngagementOutcome.POST;
        }
        if (engagement.actor().isBot()) {
            return EngagementOutcome.BOT;
        }
        return engagement.isPaid() ? EngagementOutcome.PAID : null;
    }

    // Deserialized fields may be null, although their types are not nullable.
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
