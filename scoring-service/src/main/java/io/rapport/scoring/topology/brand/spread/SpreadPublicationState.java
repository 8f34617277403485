package io.rapport.scoring.topology.brand.spread;

import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * What was published about the spread of sentiment of a brand.
 *
 * @param sequence of the latest state; it never restarts
 * @param publishedAt wall-clock milliseconds of the last record on {@code .current}
 * @param seen sequence of the brand figures that were last evaluated
 * @param pending whether the cascades have changed since
 * @param current the last state on {@code .current}
 * @param change the last state on {@code .changes}
 */
public record SpreadPublicationState(
        long sequence,
        long publishedAt,
        long seen,
        boolean pending,
        @Nullable SentimentSpreadChanged current,
        @Nullable SentimentSpreadChanged change) {

    static final SpreadPublicationState EMPTY = new SpreadPublicationState(0, 0, 0, false, null, null);
    public static final BinarySerde<SpreadPublicationState> SERDE =
            new BinarySerde<>(SpreadPublicationState::toBytes, SpreadPublicationState::of);

    private static final int VERSION = 1;
    private static final JsonSerde<SentimentSpreadChanged> JSON = new JsonSerde<>(SentimentSpreadChanged.class);

    SpreadPublicationState withPendingChange() {
        return new SpreadPublicationState(sequence, publishedAt, seen, true, current, change);
    }

    SpreadPublicationState withFiguresSeen(long figures) {
        return new SpreadPublicationState(sequence, publishedAt, figures, false, current, change);
    }

    SpreadPublicationState withPublished(SentimentSpreadChanged event, boolean asChange, long now) {
        return new SpreadPublicationState(event.sequence(), now, seen, pending, event, asChange ? event : change);
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

    private static SpreadPublicationState of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new SpreadPublicationState(in.int64(), in.int64(), in.int64(), in.bool(), read(in), read(in)));
    }

    private static void write(@Nullable SentimentSpreadChanged event, BinaryWriter out) {
        var json = JSON.write(event);
        out.flag(json != null);
        if (json != null) {
            out.bytes(json);
        }
    }

    private static @Nullable SentimentSpreadChanged read(BinaryReader in) {
        return in.bool() ? JSON.read(in.bytes()) : null;
    }
}
