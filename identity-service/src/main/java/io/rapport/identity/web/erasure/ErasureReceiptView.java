package io.rapport.identity.web.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.ErasedPart;
import io.rapport.identity.domain.store.StoredErasure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of an erasure. Nothing in it says who the person was.
 *
 * @param id of the erasure
 * @param people every id the person had
 * @param by who decided: a token's name
 * @param reason in the decider's words
 * @param at when
 * @param done whether all of it is gone everywhere
 * @param parts what was removed where
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ErasureReceiptView(
        UUID id,
        List<UUID> people,
        String by,
        @Nullable String reason,
        Instant at,
        boolean done,
        List<ErasedPart> parts) {

    static ErasureReceiptView of(StoredErasure erasure) {
        var state = erasure.state();
        return new ErasureReceiptView(
                state.erasure(),
                state.people(),
                state.by(),
                state.reason(),
                state.at(),
                erasure.isDone(),
                state.parts());
    }
}
