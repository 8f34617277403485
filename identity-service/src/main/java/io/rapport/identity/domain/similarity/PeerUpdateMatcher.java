package io.rapport.identity.domain.similarity;

import io.rapport.identity.domain.decision.DecisionRefusedException;

import io.rapport.identity.domain.outbox.IdentityEventPublisher;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all instances of identity take in, heard by each: whatever comes to one is compared with what came to the others.
 * Two that take in two handles of one person at the same moment do not know of one another yet: each compares what it
 * hears with what it took in itself, so that whoever comes second finds the other. To be used by one thread.
 */
public final class PeerUpdateMatcher {

    private final SimilarityMatcher stitching;
    private final Map<BrandKey, Set<String>> pending = new HashMap<>();

    public PeerUpdateMatcher(SimilarityMatcher stitching) {
        this.stitching = stitching;
    }

    /** Hears of handles. Hearing of them twice changes nothing more. */
    public void addHandles(Collection<HandleAssigned> states) {
        stitching.indexPeerHandles(states).forEach((brand, records) -> {
            if (!records.isEmpty()) {
                pending.computeIfAbsent(brand, key -> new LinkedHashSet<>()).addAll(records);
            }
        });
    }

    /** Hears of rows of the client list, with which handles are compared from now on. */
    public void addClients(Collection<ClientListed> rows) {
        stitching.indexPeerClients(rows);
    }

    /** Hears that handles were erased. */
    public void removeHandles(Collection<HandleKey> handles) {
        handles.forEach(handle -> stitching.removeRecords(handle.brand(), List.of(handle.key())));
    }

    /** Hears that rows were taken off a brand's client list. */
    public void removeClients(BrandKey brand, Collection<String> clients) {
        stitching.removeRecords(
                brand,
                clients.stream()
                        .map(client ->
                                DeterministicIds.clientPerson(brand, client).toString())
                        .toList());
    }

    /**
     * Compares what was heard.
     *
     * @param at now
     * @throws IdentityEventPublisher.NotAnnounced if the broker is away; to be called again, then nothing is left out
     * @throws DecisionRefusedException if others decided faster, time and again; likewise
     */
    public void matchPending(Instant at) {
        for (var brand : List.copyOf(pending.keySet())) {
            stitching.matchPeerRecords(brand, pending.getOrDefault(brand, Set.of()), at);
            pending.remove(brand);
        }
    }
}
