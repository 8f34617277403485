package io.rapport.report.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.subscription.SubscriptionSaved;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of an e-mail address to the months of a brand.
 *
 * @param state {@code UNCONFIRMED}, {@code ACTIVE}, {@code FAILING} while a mail is tried again, or {@code REFUSED} for good
 * @param confirmedAt null before the address is confirmed
 * @param month the last month that was sent, or was over when the address was confirmed; null before the first
 * @param error why the last attempt to send failed; null if it succeeded
 * @param nextAttemptAt when the next attempt is due; null for at once
 * @param by who made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionView(
        UUID id,
        String address,
        String language,
        SubscriptionState state,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable String month,
        @Nullable String error,
        @Nullable Instant nextAttemptAt,
        String by) {

    /** Whether months are sent. */
    public enum SubscriptionState {
        UNCONFIRMED,
        ACTIVE,
        FAILING,
        REFUSED;

        static SubscriptionState of(SubscriptionSaved subscription) {
            if (subscription.progress().refused()) {
                return REFUSED;
            }
            if (subscription.progress().failures() > 0) {
                return FAILING;
            }
            return subscription.confirmedAt() == null ? UNCONFIRMED : ACTIVE;
        }
    }

    static SubscriptionView of(SubscriptionSaved from, String address) {
        return new SubscriptionView(
                from.id(),
                address,
                from.language(),
                SubscriptionState.of(from),
                from.createdAt(),
                from.confirmedAt(),
                from.month(),
                from.progress().error(),
                from.progress().nextAttemptAt(),
                from.by());
    }
}
