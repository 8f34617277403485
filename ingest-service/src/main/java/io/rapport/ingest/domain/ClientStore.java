package io.rapport.ingest.domain;

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
public interface ClientStore {

    /**
     * One client.
     *
     * @param digest of what was published last
     * @param seen the import that had it last; null when that is not known
     * @param pending whether it may not have been published
     */
    record Entry(String client, String digest, @Nullable UUID seen, boolean pending) {}

    /** Those of the clients that are known. */
    Map<String, Entry> find(BrandKey brand, Collection<String> clients);

    /** Notes these as they are now. */
    void put(BrandKey brand, Collection<Entry> entries);

    /**
     * Some clients that an import did not have, in order.
     *
     * @param after the client before the first; null to begin
     */
    List<String> notSeen(BrandKey brand, UUID seen, @Nullable String after, int limit);

    /** Forgets clients. */
    void remove(BrandKey brand, Collection<String> clients);
}
