package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matching policy of a brand: the full state.
 *
 * @param inference whether probabilistic matches merge people; if not, they are only suggested
 * @param autoThreshold match probability above which people are merged, 0 to 1
 * @param reviewThreshold match probability from which a review is requested, above 0, at most {@code autoThreshold}
 * @param unstitchableChannels channels whose handles are never linked, except by the client list
 * @param version rises with each change; readers drop what is not newer
 * @param by the user who set it
 * @param at when it was set
 * @param mailboxAliases whether spellings of one mailbox, with dots or a {@code +tag}, are the same address; null for no
 * @param blockedContacts values that are no evidence; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record PolicySet(
        String agency,
        String brand,
        boolean inference,
        double autoThreshold,
        double reviewThreshold,
        List<String> unstitchableChannels,
        long version,
        String by,
        Instant at,
        @Nullable Boolean mailboxAliases,
        @Nullable List<BlockedContact> blockedContacts) {

    /** The values that are no evidence. */
    @JsonIgnore
    public List<BlockedContact> blocked() {
        return blockedContacts == null ? List.of() : blockedContacts;
    }

    /** Whether spellings of one mailbox are the same address. */
    @JsonIgnore
    public boolean joinsMailboxes() {
        return Boolean.TRUE.equals(mailboxAliases);
    }

    /** The brand of the policy. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
