package io.rapport.contracts.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of an e-mail address to the months of a brand, with its progress: the full state.
 *
 * @param address the e-mail address, encrypted with a key of report; empty once the subscription is deleted
 * @param language of the mail, a BCP 47 tag
 * @param link the secret of its links, encrypted with a key of report; empty once the subscription is deleted
 * @param linkHash SHA-256 of the secret, lower-case hex; empty once the subscription is deleted
 * @param confirmedAt when the address was confirmed; null before
 * @param month the last month that is sent, or was over when the address was confirmed, as {@code 2026-10}; null before the
 *     first
 * @param progress of the next mail
 * @param deleted whether it was deleted
 * @param by the name of the user or token that made it
 * @param createdAt when it was made
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record SubscriptionSaved(
        String agency,
        String brand,
        UUID id,
        String address,
        String language,
        String link,
        String linkHash,
        @Nullable Instant confirmedAt,
        @Nullable String month,
        MailProgress progress,
        boolean deleted,
        String by,
        Instant createdAt,
        long version,
        Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** The subscription's key on the topic. */
    public String key() {
        return brandKey().key(id.toString());
    }

    /** Omits the address and the link, which must not be logged. */
    @Override
    public String toString() {
        return "SubscriptionSaved[" + key() + "]";
    }
}
