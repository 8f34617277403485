package io.rapport.ingest.domain.connection;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementReceived;
import java.util.Locale;

/** What became of an event of a platform. Each event has one outcome. */
public enum DeliveryOutcome {
    /** Published, to be scored. */
    ACCEPTED,
    /** Published and not scored: of a bot or of staff, paid, or a post. */
    WITHHELD,
    /** Published as a withdrawal of an earlier event. */
    WITHDRAWN,
    /** Equal to an earlier event of the same delivery. */
    DUPLICATES,
    /** No engagement, by its type. */
    IGNORED,
    /** Not usable, or of an account without a brand: kept whole, with the reason. */
    REJECTED;

    /** The outcome of an engagement that is published. */
    public static DeliveryOutcome ofPublished(EngagementReceived engagement, BrandRegistered brand) {
        if (engagement.withdraws()) {
            return WITHDRAWN;
        }
        return WithheldPolicy.isWithheld(engagement, brand) ? WITHHELD : ACCEPTED;
    }

    /** The name in responses and counts. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
