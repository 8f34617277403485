package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of each client on a list what was published last, as a digest, so that a list imported again publishes only
 * what changed. Nothing about anybody can be told from it but their client id.
 */
public interface ClientDigestRepository {

    /**
     * One client.
     *
     * @param digest of what was published last
     * @param seen the import that had it last; null when that is not known
     * @param pending whether it may not have been published
     */
    record ClientDigest(String client, String digest, @Nullable UUID lastImport, boolean pending) {}

    /** Those of the clients that are known. */
    Map<String, ClientDigest> find(BrandKey brand, Collection<String> clients);

    /** Notes these as they are now. */
    void saveAll(BrandKey brand, Collection<ClientDigest> entries);

    /**
     * Some clients that an import did not have, in order.
     *
     * @param after the client before the first; null to begin
     */
    List<String> findNotSeenBy(BrandKey brand, UUID seen, @Nullable String after, int limit);

    /** Forgets clients. */
    void removeAll(BrandKey brand, Collection<String> clients);
}
