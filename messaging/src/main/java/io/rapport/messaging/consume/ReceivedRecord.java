package io.rapport.messaging.consume;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decoded record of a topic.
 *
 * @param key the record's key
 * @param value the event; null for a tombstone
 * @param timestamp the timestamp of the record
 * @param origin {@code topic-partition@offset}
 */
public record ReceivedRecord<V>(String key, @Nullable V value, Instant timestamp, String origin) {}
