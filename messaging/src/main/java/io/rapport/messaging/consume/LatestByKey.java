package io.rapport.messaging.consume;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A batch reduced to the last record of each key. All records of a key are in one partition, so the last one of the batch
 * is the newest.
 *
 * @param values the events by key
 * @param tombstones the keys whose last record is a tombstone
 */
public record LatestByKey<V>(Map<String, V> values, Set<String> tombstones) {

    /** Reduces a batch. */
    public static <V> LatestByKey<V> of(List<ReceivedRecord<V>> batch) {
        var values = new LinkedHashMap<String, V>();
        var tombstones = new LinkedHashSet<String>();
        for (var received : batch) {
            var value = received.value();
            if (value == null) {
                values.remove(received.key());
                tombstones.add(received.key());
            } else {
                values.put(received.key(), value);
                tombstones.remove(received.key());
            }
        }
        return new LatestByKey<>(values, tombstones);
    }
}
