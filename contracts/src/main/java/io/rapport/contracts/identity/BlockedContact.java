package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.TopicKeys;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that is no evidence in a brand, because several people use it.
 *
 * @param kind what the value is
 * @param channel the channel of an account; null for other kinds
 * @param value the keyed hash of an e-mail address or a telephone number; the normalised name or id of an account
 * @param reason the reason as given
 * @param by the name of the token that blocked it
 * @param at when it was blocked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BlockedContact(
        ContactKind kind,
        @Nullable String channel,
        String value,
        @Nullable String reason,
        String by,
        Instant at) {

    /** A deterministic id: the same for the same value. */
    public UUID id() {
        return DeterministicIds.of(
                "blocked-contact", TopicKeys.join(kind.name(), channel == null ? "" : channel, value));
    }
}
