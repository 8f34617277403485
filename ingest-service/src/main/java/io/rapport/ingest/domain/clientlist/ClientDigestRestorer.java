package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import java.util.Collection;
import java.util.List;

/** Fills an empty {@link ClientDigestRepository} with what was published before it was lost. */
public final class ClientDigestRestorer {

    private final ClientDigestRepository store;

    /** Fills the given store. */
    public ClientDigestRestorer(ClientDigestRepository store) {
        this.store = store;
    }

    /** Clients of one brand as they were published last. */
    public void restore(BrandKey brand, Collection<ClientListed> clients) {
        store.saveAll(
                brand,
                clients.stream()
                        .map(client ->
                                new ClientDigestRepository.ClientDigest(client.client(), ClientListedMapper.digest(client), null, false))
                        .toList());
    }

    /** Clients that were taken off a brand's list. */
    public void remove(BrandKey brand, List<String> clients) {
        store.removeAll(brand, clients);
    }
}
