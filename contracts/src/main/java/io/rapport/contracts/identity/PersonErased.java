package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person was erased, and what they were known by may not come back: the full state of the erasure. It holds ids and
 * keyed hashes only, see {@link SuppressionHashes}.
 *
 * @param erasure its id
 * @param people every id the person ever had
 * @param handles the handles that were theirs, as hashes
 * @param suppressed everything that may not come back, as hashes, the handles among it
 * @param keyCheck a hash by which a service sees whether it has the same secret
 * @param by who decided: a token's name
 * @param reason in the decider's words
 * @param at when
 * @param parts what each service has removed
 * @param version rises with each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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

    /** Whose person it was. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** The topic key: {@code agency|brand|erasure}. */
    public String key() {
        return brandKey().key(erasure.toString());
    }
}
