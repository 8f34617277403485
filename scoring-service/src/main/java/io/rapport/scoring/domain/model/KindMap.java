package io.rapport.scoring.domain.model;

import io.rapport.contracts.engagement.EngagementKind;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An unmodifiable map by kind with a fast {@link #get}: scores look up a weight for each cell of a ledger. */
final class KindMap<V> extends AbstractMap<EngagementKind, V> {

    private final Map<EngagementKind, V> entries;
    private final @Nullable Object[] byOrdinal;

    KindMap(Map<EngagementKind, V> values) {
        var copy = new EnumMap<EngagementKind, V>(EngagementKind.class);
        copy.putAll(values);
        entries = Collections.unmodifiableMap(copy);
        byOrdinal = Arrays.stream(EngagementKind.values()).map(entries::get).toArray();
    }

    @Override
    @SuppressWarnings({"EnumOrdinal", "unchecked"}) // only in the order of the array, which has the values
    public @Nullable V get(@Nullable Object key) {
        return key instanceof EngagementKind kind ? (V) byOrdinal[kind.ordinal()] : null;
    }

    @Override
    public Set<Entry<EngagementKind, V>> entrySet() {
        return entries.entrySet();
    }
}
