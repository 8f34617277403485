package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.contracts.connection.ConnectionProgressedBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of progress. Changes of one connection are added up before they are stored.
 *
 * @param counts events by outcome, to be added
 * @param receivedAt when the platform delivered; null if it did not
 * @param error why an attempt failed; null if none did
 * @param errorAt when it failed
 * @param cursor the new cursor; null to keep the present one
 */
public record ProgressDelta(
        Map<String, Long> counts,
        @Nullable Instant receivedAt,
        @Nullable String error,
        @Nullable Instant errorAt,
        @Nullable String cursor) {

    private static final int MAX_COUNTS = 200;

    /** A delivery. */
    public static ProgressDelta delivered(Map<String, Long> counts, Instant at) {
        return new ProgressDelta(counts, at, null, null, null);
    }

    /** A fetched page. */
    public static ProgressDelta fetched(Map<String, Long> counts, @Nullable String cursor, Instant at) {
        return new ProgressDelta(counts, at, null, null, cursor);
    }

    /** A failed attempt. */
    public static ProgressDelta failed(String error, Instant at) {
        return new ProgressDelta(Map.of(), null, error, at, null);
    }

    /** A delivery without a valid signature. */
    public static ProgressDelta refused(String error, Instant at) {
        return new ProgressDelta(Map.of("refused", 1L), null, error, at, null);
    }

    /**
     * Events that were replayed: they are not received again.
     *
     * @param rejections how many of the counted rejections are done by it
     */
    public static ProgressDelta replayed(Map<String, Long> counts, int rejections) {
        var all = rejections == 0 ? counts : add(counts, Map.of("replayed", (long) rejections));
        return new ProgressDelta(all, null, null, null, null);
    }

    /** A new cursor. */
    public static ProgressDelta moved(String cursor) {
        return new ProgressDelta(Map.of(), null, null, null, cursor);
    }

    /** This change without its cursor. */
    ProgressDelta withoutCursor() {
        return new ProgressDelta(counts, receivedAt, error, errorAt, null);
    }

    /** The sum of this change and a later one. */
    ProgressDelta plus(ProgressDelta later) {
        return new ProgressDelta(
                add(counts, later.counts),
                later.receivedAt == null ? receivedAt : later.receivedAt,
                later.error == null ? error : later.error,
                later.errorAt == null ? errorAt : later.errorAt,
                later.cursor == null ? cursor : later.cursor);
    }

    /** The progress after this change. */
    ConnectionProgressed appliedTo(Optional<ConnectionProgressed> before, ConnectionKey key, long version, Instant at) {
        var known = before.orElseGet(() -> ConnectionProgressedBuilder.builder()
                .agency(key.agency())
                .connection(key.connection())
                .counts(Map.of())
                .version(version)
                .at(at)
                .build());
        return ConnectionProgressedBuilder.builder(known)
                .counts(add(known.counts(), counts))
                .receivedAt(receivedAt == null ? known.receivedAt() : receivedAt)
                .error(error == null ? known.error() : error)
                .errorAt(errorAt == null ? known.errorAt() : errorAt)
                .cursor(cursor == null ? known.cursor() : cursor)
                .version(version)
                .at(at)
                .build();
    }

    /** Types of events are named by platforms: there is a maximum of different ones. */
    private static Map<String, Long> add(Map<String, Long> before, Map<String, Long> more) {
        var sum = new TreeMap<>(before);
        more.forEach((name, count) -> {
            if (sum.size() < MAX_COUNTS || sum.containsKey(name)) {
                sum.merge(name, count, Long::sum);
            }
        });
        return sum;
    }
}
