package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores the digests of one brand in memory. */
public final class InMemoryClientDigestRepository implements ClientDigestRepository {

    final Map<String, ClientDigest> entries = new TreeMap<>();

    @Override
    public Map<String, ClientDigest> find(BrandKey brand, Collection<String> clients) {
        return clients.stream().filter(entries::containsKey).collect(Collectors.toMap(id -> id, entries::get));
    }

    @Override
    public void saveAll(BrandKey brand, Collection<ClientDigest> put) {
        put.forEach(entry -> entries.put(entry.client(), entry));
    }

    @Override
    public List<String> findNotSeenBy(BrandKey brand, UUID seen, @Nullable String after, int limit) {
        return entries.values().stream()
                .filter(entry -> !seen.equals(entry.lastImport()))
                .map(ClientDigest::client)
                .filter(client -> after == null || client.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void removeAll(BrandKey brand, Collection<String> clients) {
        clients.forEach(entries::remove);
    }
}
