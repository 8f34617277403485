package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person was erased, and data about them is suppressed from then on: the full state of the erasure. It holds ids
 * and keyed hashes only, see {@link SuppressionHashes}.
 *
 * @param erasure the id of the erasure
 * @param people every id of the person, including merged ones
 * @param handles the hashes of the person's handles
 * @param suppressed the hashes of everything that is suppressed, including the handles
 * @param keyCheck a hash that shows whether a service has the same secret
 * @param by the name of the token that requested it
 * @param reason the reason as given
 * @param at the time of the request
 * @param parts what each service has deleted
 * @param version rises with each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record PersonErased(
        String agency,
        String brand,
        UUID erasure,
        List<UUID> people,
        List<String> handles,
        List<String> suppressed,
        String keyCheck,
        String by,
        @Nullable String reason,
        Instant at,
        List<ErasedPart> parts,
        long version) {

    /** The brand of the erased person. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** The topic key: {@code agency|brand|erasure}. */
    public String key() {
        return brandKey().key(erasure.toString());
    }
}
