package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that wait for the brand's answer, by when they were opened. Immutable, and a commutative group: what one
 * handle is owed can be taken from one person and given to another.
 */
public final class OpenConversations {

    /** None. */
    public static final OpenConversations EMPTY = new OpenConversations(Collections.emptySortedMap());

    private final SortedMap<Long, Long> openedAt;

    private OpenConversations(SortedMap<Long, Long> openedAt) {
        this.openedAt = openedAt;
    }

    /** One, opened at so many milliseconds of the epoch. */
    public static OpenConversations of(long openedAt) {
        return new OpenConversations(new TreeMap<>(Collections.singletonMap(openedAt, 1L)));
    }

    /** Both together. */
    public OpenConversations plus(OpenConversations other) {
        return merge(other, 1);
    }

    /** These without the others. */
    public OpenConversations minus(OpenConversations other) {
        return merge(other, -1);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return openedAt.isEmpty();
    }

    /** How many there are. */
    public int count() {
        return Math.toIntExact(
                openedAt.values().stream().mapToLong(Long::longValue).sum());
    }

    /** When the one that waits longest was opened; null when there is none. */
    public @Nullable Instant oldestOpenedAt() {
        return isEmpty() ? null : Instant.ofEpochMilli(openedAt.firstKey());
    }

    private OpenConversations merge(OpenConversations other, long sign) {
        if (other.isEmpty()) {
            return this;
        }
        var both = new TreeMap<>(openedAt);
        other.openedAt.forEach((at, count) -> {
            var sum = both.getOrDefault(at, 0L) + sign * count;
            if (sum == 0) {
                both.remove(at);
            } else {
                both.put(at, sum);
            }
        });
        return both.isEmpty() ? EMPTY : new OpenConversations(both);
    }

    /** Writes them as a part of something. */
    public void write(VarintWriter out) {
        out.writeUnsigned(openedAt.size());
        long before = 0;
        for (var opened : openedAt.entrySet()) {
            out.writeSigned(opened.getKey() - before);
            out.writeSigned(opened.getValue());
            before = opened.getKey();
        }
    }

    /** Reads what {@link #write} wrote. */
    public static OpenConversations read(VarintReader in) {
        var openedAt = new TreeMap<Long, Long>();
        long at = 0;
        for (var left = in.readSize(); left > 0; left--) {
            at += in.readSigned();
            openedAt.put(at, in.readSigned());
        }
        return openedAt.isEmpty() ? EMPTY : new OpenConversations(openedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenConversations that && openedAt.equals(that.openedAt);
    }

    @Override
    public int hashCode() {
        return openedAt.hashCode();
    }

    @Override
    public String toString() {
        return "OpenConversations" + openedAt;
    }
}
