package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers clients of one brand in memory. */
public final class MemoryClients implements ClientStore {

    final Map<String, Entry> entries = new TreeMap<>();

    @Override
    public Map<String, Entry> find(BrandKey brand, Collection<String> clients) {
        return clients.stream().filter(entries::containsKey).collect(Collectors.toMap(id -> id, entries::get));
    }

    @Override
    public void put(BrandKey brand, Collection<Entry> put) {
        put.forEach(entry -> entries.put(entry.client(), entry));
    }

    @Override
    public List<String> notSeen(BrandKey brand, UUID seen, @Nullable String after, int limit) {
        return entries.values().stream()
                .filter(entry -> !seen.equals(entry.seen()))
                .map(Entry::client)
                .filter(client -> after == null || client.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(BrandKey brand, Collection<String> clients) {
        clients.forEach(entries::remove);
    }
}
