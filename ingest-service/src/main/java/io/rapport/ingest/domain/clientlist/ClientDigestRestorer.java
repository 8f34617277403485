package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import java.util.Collection;
import java.util.List;

/** Restores the digests from the published client lists, after the store was lost. */
public final class ClientDigestRestorer {

    private final ClientDigestRepository digests;

    /** Creates a restorer for a repository. */
    public ClientDigestRestorer(ClientDigestRepository digests) {
        this.digests = digests;
    }

    /** Stores the digests of published clients of one brand. */
    public void restore(BrandKey brand, Collection<ClientListed> clients) {
        digests.saveAll(
                brand,
                clients.stream()
                        .map(client -> new ClientDigestRepository.ClientDigest(
                                client.client(), ClientListedMapper.digest(client), null, false))
                        .toList());
    }

    /** Deletes the digests of clients that were removed from a brand's list. */
    public void remove(BrandKey brand, List<String> clients) {
        digests.removeAll(brand, clients);
    }
}
