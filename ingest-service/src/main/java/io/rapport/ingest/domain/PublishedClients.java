package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import java.util.Collection;
import java.util.List;

/** Fills an empty {@link ClientStore} with what was published before it was lost. */
public final class PublishedClients {

    private final ClientStore store;

    /** Fills the given store. */
    public PublishedClients(ClientStore store) {
        this.store = store;
    }

    /** Clients of one brand as they were published last. */
    public void listed(BrandKey brand, Collection<ClientListed> clients) {
        store.put(
                brand,
                clients.stream()
                        .map(client ->
                                new ClientStore.Entry(client.client(), ClientListing.digest(client), null, false))
                        .toList());
    }

    /** Clients that were taken off a brand's list. */
    public void unlisted(BrandKey brand, List<String> clients) {
        store.remove(brand, clients);
    }
}
