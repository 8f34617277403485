package io.rapport.identity.domain;

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
public final class Neighbours {

    private final Stitching stitching;
    private final Map<BrandKey, Set<String>> news = new HashMap<>();

    Neighbours(Stitching stitching) {
        this.stitching = stitching;
    }

    /** Hears of handles. Hearing of them twice changes nothing more. */
    public void handles(Collection<HandleAssigned> states) {
        stitching.hearHandles(states).forEach((brand, records) -> {
            if (!records.isEmpty()) {
                news.computeIfAbsent(brand, key -> new LinkedHashSet<>()).addAll(records);
            }
        });
    }

    /** Hears of rows of the client list, with which handles are compared from now on. */
    public void clients(Collection<ClientListed> rows) {
        stitching.hearClients(rows);
    }

    /** Hears that handles were erased. */
    public void gone(Collection<HandleKey> handles) {
        handles.forEach(handle -> stitching.forget(handle.brand(), List.of(handle.key())));
    }

    /** Hears that rows were taken off a brand's client list. */
    public void takenOff(BrandKey brand, Collection<String> clients) {
        stitching.forget(
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
     * @throws Announcer.NotAnnounced if the broker is away; to be called again, then nothing is left out
     * @throws Refused if others decided faster, time and again; likewise
     */
    public void compare(Instant at) {
        for (var brand : List.copyOf(news.keySet())) {
            stitching.heard(brand, news.getOrDefault(brand, Set.of()), at);
            news.remove(brand);
        }
    }
}
