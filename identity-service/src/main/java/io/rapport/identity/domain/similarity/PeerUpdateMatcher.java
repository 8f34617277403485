package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.outbox.NotPublishedException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Matches records received by other instances against those received by this one. Two instances that concurrently
 * receive two handles of one person do not see each other's record at first; each matches what the other published
 * with what it received itself, so that the later one finds the match. Not thread-safe.
 */
public final class PeerUpdateMatcher {

    private final SimilarityMatcher matcher;
    private final Map<BrandKey, Set<String>> pending = new HashMap<>();

    public PeerUpdateMatcher(SimilarityMatcher matcher) {
        this.matcher = matcher;
    }

    /** Adds published handles. Idempotent. */
    public void addHandles(Collection<HandleAssigned> states) {
        matcher.indexPeerHandles(states).forEach((brand, records) -> {
            if (!records.isEmpty()) {
                pending.computeIfAbsent(brand, key -> new LinkedHashSet<>()).addAll(records);
            }
        });
    }

    /** Adds client rows to the indexes. */
    public void addClients(Collection<ClientListed> rows) {
        matcher.indexPeerClients(rows);
    }

    /** Removes erased handles. */
    public void removeHandles(Collection<HandleKey> handles) {
        handles.forEach(handle -> matcher.removeRecords(handle.brand(), List.of(handle.key())));
    }

    /** Removes rows that were taken off a brand's client list. */
    public void removeClients(BrandKey brand, Collection<String> clients) {
        matcher.removeRecords(
                brand,
                clients.stream()
                        .map(client ->
                                DeterministicIds.clientPerson(brand, client).toString())
                        .toList());
    }

    /**
     * Matches the new records.
     *
     * @param at the time of the resulting changes
     * @throws NotPublishedException if the broker is unavailable; calling it again resumes
     * @throws DecisionRefusedException after repeated conflicts with concurrent decisions; likewise
     */
    public void matchPending(Instant at) {
        for (var brand : List.copyOf(pending.keySet())) {
            matcher.matchPeerRecords(brand, pending.getOrDefault(brand, Set.of()), at);
            pending.remove(brand);
        }
    }
}
