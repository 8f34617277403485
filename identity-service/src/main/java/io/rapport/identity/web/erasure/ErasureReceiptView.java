package io.rapport.identity.web.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.ErasedPart;
import io.rapport.identity.domain.store.StoredErasure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of an erasure; contains no personal data.
 *
 * @param id id of the erasure
 * @param people all ids the person had
 * @param by name of the token that requested it
 * @param reason the reason given by the caller
 * @param at time of the request
 * @param done whether all services have completed it
 * @param parts removal counts by service
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
