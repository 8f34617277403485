package io.rapport.identity.web.erasure;

import io.rapport.contracts.identity.ErasedPart;
import io.rapport.identity.domain.store.StoredErasure;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An erasure in the list of a brand: no id and no name of the person, and no reason, which a user wrote.
 *
 * @param id id of the erasure
 * @param by name of the token that requested it
 * @param at time of the request
 * @param done whether all services have completed it
 * @param removed removal counts by service, then by kind
 */
record ErasureListItem(UUID id, String by, Instant at, boolean done, Map<String, Map<String, Long>> removed) {

    static ErasureListItem of(StoredErasure erasure) {
        var state = erasure.state();
        var removed = new TreeMap<String, Map<String, Long>>();
        for (ErasedPart part : state.parts()) {
            removed.put(part.service(), part.removed());
        }
        return new ErasureListItem(state.erasure(), state.by(), state.at(), erasure.isDone(), removed);
    }
}
