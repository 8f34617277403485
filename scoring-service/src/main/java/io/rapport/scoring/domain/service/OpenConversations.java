package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import io.rapport.scoring.domain.ledger.Ledger;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that wait for the brand's answer, counted by the time they were opened. A handle's conversations move from
 * one person to another by subtraction and addition.
 *
 * @param openedAt number of conversations by epoch milliseconds of their opening
 */
public record OpenConversations(SortedMap<Long, Long> openedAt) implements Ledger<OpenConversations> {

    /** No open conversations. */
    public static final OpenConversations EMPTY = new OpenConversations(Collections.emptySortedMap());

    /** One conversation, opened at a time in epoch milliseconds. */
    public static OpenConversations of(long openedAt) {
        return new OpenConversations(new TreeMap<>(Collections.singletonMap(openedAt, 1L)));
    }

    @Override
    public OpenConversations plus(OpenConversations other) {
        return merge(other, 1);
    }

    @Override
    public OpenConversations minus(OpenConversations other) {
        return merge(other, -1);
    }

    @Override
    public boolean isEmpty() {
        return openedAt.isEmpty();
    }

    /** Number of open conversations. */
    public int count() {
        return Math.toIntExact(
                openedAt.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Opening time of the oldest open conversation; null if there is none. */
    public @Nullable Instant oldestOpenedAt() {
        return isEmpty() ? null : Instant.ofEpochMilli(openedAt.firstKey());
    }

    private OpenConversations merge(OpenConversations other, long sign) {
        if (other.isEmpty()) {
            return this;
        }
        var merged = new TreeMap<>(openedAt);
        other.openedAt.forEach((at, count) -> {
            var sum = merged.getOrDefault(at, 0L) + sign * count;
            if (sum == 0) {
                merged.remove(at);
            } else {
                merged.put(at, sum);
            }
        });
        return merged.isEmpty() ? EMPTY : new OpenConversations(merged);
    }

    /** Writes the conversations as a part of another value. */
    public void write(VarintWriter out) {
        out.writeUnsigned(openedAt.size());
        long previous = 0;
        for (var opened : openedAt.entrySet()) {
            out.writeSigned(opened.getKey() - previous);
            out.writeSigned(opened.getValue());
            previous = opened.getKey();
        }
    }

    /** Reads the format of {@link #write}. */
    public static OpenConversations read(VarintReader in) {
        var openedAt = new TreeMap<Long, Long>();
        long at = 0;
        for (var left = in.readSize(); left > 0; left--) {
            at += in.readSigned();
            openedAt.put(at, in.readSigned());
        }
        return openedAt.isEmpty() ? EMPTY : new OpenConversations(openedAt);
    }
}
