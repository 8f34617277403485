package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The match indexes of all brands, created on first use. Thread-safe. */
public final class BrandMatchIndexes {

    private final Map<BrandKey, BrandMatchIndex> indexes = new ConcurrentHashMap<>();

    /** The index of a brand; empty if the brand has no records yet. */
    BrandMatchIndex of(BrandKey brand) {
        return indexes.computeIfAbsent(brand, key -> new BrandMatchIndex());
    }

    /** The brands that have an index. */
    Set<BrandKey> brands() {
        return Set.copyOf(indexes.keySet());
    }
}
