package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.messaging.ReceivedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What is left of a batch once older states of the same thing are dropped: per brand what is there, and the keys of what
 * is gone. A tombstone has no sequence; it ends what came before it.
 */
record LatestStates<V>(Collection<V> states, Collection<String> tombstones) {

    static <V> Map<BrandKey, LatestStates<V>> of(List<ReceivedRecord<V>> batch, ToLongFunction<V> sequence) {
        return of(batch, ReceivedRecord::key, sequence);
    }

    /** By another identity than the key: of a brand, say, each day on its own. */
    static <V> Map<BrandKey, LatestStates<V>> of(
            List<ReceivedRecord<V>> batch, Function<ReceivedRecord<V>, String> identity, ToLongFunction<V> sequence) {
        var newest = new LinkedHashMap<String, ReceivedRecord<V>>();
        batch.forEach(each -> newest.merge(identity.apply(each), each, (kept, next) -> newer(kept, next, sequence)));
        return newest.values().stream()
                .collect(Collectors.groupingBy(
                        each -> BrandKey.of(each.key()),
                        Collectors.collectingAndThen(Collectors.toList(), LatestStates::split)));
    }

    private static <V> ReceivedRecord<V> newer(
            ReceivedRecord<V> kept, ReceivedRecord<V> next, ToLongFunction<V> sequence) {
        var old = kept.value();
        var value = next.value();
        var older = old != null && value != null && sequence.applyAsLong(value) < sequence.applyAsLong(old);
        return older ? kept : next;
    }

    private static <V> LatestStates<V> split(List<ReceivedRecord<V>> received) {
        var states = new ArrayList<V>();
        var gone = new ArrayList<String>();
        for (var each : received) {
            var value = each.value();
            if (value == null) {
                gone.add(each.key());
            } else {
                states.add(value);
            }
        }
        return new LatestStates<>(states, gone);
    }
}
