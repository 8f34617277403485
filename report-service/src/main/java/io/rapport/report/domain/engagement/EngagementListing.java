package io.rapport.report.domain.engagement;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import org.jspecify.annotations.Nullable;

/** The engagements of a whole brand that can be listed by time. */
public enum EngagementListing {
    /** Purchases and refunds with an amount. */
    SALE,
    /** What the brand did for a person, with the minutes it took. */
    TIME,
    /** Purchases without an amount; in documents of earlier releases they are missing until the projection is rebuilt. */
    UNPRICED_SALE,
    /** What was paid for, boosted posts included; in documents of earlier releases it is missing until the projection is rebuilt. */
    PAID;

    /** The listing of an engagement; null for none. */
    public static @Nullable EngagementListing of(EngagementReceived engagement) {
        var value = engagement.value();
        var isTotal = value != null && value.visits() != null;
        if (engagement.isPaid() && (isTotal || !engagement.actor().isBot())) {
            return PAID;
        }
        if (engagement.actor().isBot()) {
            return null;
        }
        if (engagement.kind() == EngagementKind.PURCHASE) {
            return value != null && value.amount() != null && value.currency() != null ? SALE : UNPRICED_SALE;
        }
        return engagement.direction() == Direction.OUTBOUND && value != null && value.minutes() != null ? TIME : null;
    }
}
