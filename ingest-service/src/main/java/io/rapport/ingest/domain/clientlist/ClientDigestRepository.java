package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores a digest of the last published state of each client, so that a repeated import publishes only changes. It holds
 * no personal data except the client id.
 */
public interface ClientDigestRepository {

    /**
     * The digest of one client.
     *
     * @param digest the digest of the last published state
     * @param lastImport the last import that contained the client; null when it is not known
     * @param pending whether publication is not confirmed yet
     */
    record ClientDigest(
            String client, String digest, @Nullable UUID lastImport, boolean pending) {

        ClientDigest confirmed() {
            return new ClientDigest(client, digest, lastImport, false);
        }
    }

    /** Finds the stored digests of the given clients, by client id. */
    Map<String, ClientDigest> find(BrandKey brand, Collection<String> clients);

    /** Inserts or replaces digests. */
    void saveAll(BrandKey brand, Collection<ClientDigest> entries);

    /**
     * Returns a page of the clients that an import did not contain, in key order.
     *
     * @param after the last client of the previous page; null for the first page
     */
    List<String> findNotSeenBy(BrandKey brand, UUID importId, @Nullable String after, int limit);

    /** Deletes the digests of clients. */
    void removeAll(BrandKey brand, Collection<String> clients);
}
