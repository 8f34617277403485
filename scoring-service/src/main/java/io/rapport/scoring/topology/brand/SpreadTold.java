package io.rapport.scoring.topology.brand;

import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers know of how word of a brand spreads.
 *
 * @param sequence of the latest state; it never restarts
 * @param publishedAt wall-clock milliseconds of the last {@code .current}
 * @param seen sequence of the brand's figures that were looked at last
 * @param pending whether its cascades have changed since
 * @param current the last on {@code .current}
 * @param change the last on {@code .changes}
 */
record SpreadTold(
        long sequence,
        long publishedAt,
        long seen,
        boolean pending,
        @Nullable SentimentSpreadChanged current,
        @Nullable SentimentSpreadChanged change) {

    static final SpreadTold NOTHING = new SpreadTold(0, 0, 0, false, null, null);
    static final BinarySerde<SpreadTold> SERDE = new BinarySerde<>(SpreadTold::toBytes, SpreadTold::of);

    private static final int VERSION = 1;
    private static final JsonSerde<SentimentSpreadChanged> JSON = new JsonSerde<>(SentimentSpreadChanged.class);

    SpreadTold changed() {
        return new SpreadTold(sequence, publishedAt, seen, true, current, change);
    }

    SpreadTold looked(long figures) {
        return new SpreadTold(sequence, publishedAt, figures, false, current, change);
    }

    SpreadTold published(SentimentSpreadChanged event, boolean asChange, long now) {
        return new SpreadTold(event.sequence(), now, seen, pending, event, asChange ? event : change);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION)
                .number(sequence)
                .number(publishedAt)
                .number(seen)
                .flag(pending);
        write(current, out);
        write(change, out);
        return out.toBytes();
    }

    private static SpreadTold of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new SpreadTold(in.whole(), in.whole(), in.whole(), in.isSet(), read(in), read(in)));
    }

    private static void write(@Nullable SentimentSpreadChanged event, BinaryWriter out) {
        var json = JSON.write(event);
        out.flag(json != null);
        if (json != null) {
            out.bytes(json);
        }
    }

    private static @Nullable SentimentSpreadChanged read(BinaryReader in) {
        return in.isSet() ? JSON.read(in.bytes()) : null;
    }
}
