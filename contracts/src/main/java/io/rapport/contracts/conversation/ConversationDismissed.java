package io.rapport.contracts.conversation;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a handle that need no answer, as a user decided. It replaces the earlier decision about the handle.
 *
 * @param upTo questions up to this event time, inclusive, need no answer; null when all of them wait for one again
 * @param previous the {@code upTo} of the decision that this one replaced, to which undoing returns; null without one
 * @param by the name of the token that decided
 * @param reason the reason as given
 * @param version rises with each decision about the same handle; readers drop what is not newer
 */
@RecordBuilder
public record ConversationDismissed(
        String agency,
        String brand,
        String channel,
        String handle,
        @Nullable Instant upTo,
        @Nullable Instant previous,
        String by,
        String reason,
        long version,
        Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** The handle's key. */
    public HandleKey handleKey() {
        return new HandleKey(brandKey(), channel, handle);
    }
}
