package io.rapport.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read from a topic.
 *
 * @param key the record's key
 * @param value the event; null for a tombstone
 * @param timestamp the record's
 * @param origin {@code topic-partition@offset}
 */
public record ReceivedRecord<V>(String key, @Nullable V value, Instant timestamp, String origin) {}
