package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.messaging.consume.ReceivedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A batch reduced to the newest state of each key. Unlike
 * {@link io.rapport.messaging.consume.LatestByKey} it compares sequences instead of offsets, since a publisher that was restarted may
 * publish an older state again. A tombstone has no sequence; it replaces the states before it.
 *
 * @param states the newest states
 * @param tombstones the keys whose last record is a tombstone
 */
record LatestStates<V>(Collection<V> states, Collection<String> tombstones) {

    static <V> LatestStates<V> of(List<ReceivedRecord<V>> batch, ToLongFunction<V> sequence) {
        return of(batch, ReceivedRecord::key, sequence);
    }

    /** Reduces by another identity than the key, such as key and day. */
    static <V> LatestStates<V> of(
            List<ReceivedRecord<V>> batch, Function<ReceivedRecord<V>, String> identity, ToLongFunction<V> sequence) {
        var latest = new LinkedHashMap<String, ReceivedRecord<V>>();
        batch.forEach(each -> latest.merge(identity.apply(each), each, (kept, next) -> newer(kept, next, sequence)));
        return split(latest.values());
    }

    /** The keys whose last record is a tombstone, by brand. */
    Map<BrandKey, List<String>> tombstonesByBrand() {
        return tombstones.stream().collect(Collectors.groupingBy(BrandKey::of));
    }

    private static <V> ReceivedRecord<V> newer(
            ReceivedRecord<V> kept, ReceivedRecord<V> next, ToLongFunction<V> sequence) {
        var keptState = kept.value();
        var nextState = next.value();
        var isOlder = keptState != null
                && nextState != null
                && sequence.applyAsLong(nextState) < sequence.applyAsLong(keptState);
        return isOlder ? kept : next;
    }

    private static <V> LatestStates<V> split(Collection<ReceivedRecord<V>> records) {
        var states = new ArrayList<V>();
        var tombstones = new ArrayList<String>();
        for (var each : records) {
            var state = each.value();
            if (state == null) {
                tombstones.add(each.key());
            } else {
                states.add(state);
            }
        }
        return new LatestStates<>(states, tombstones);
    }
}
