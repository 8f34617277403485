package io.rapport.scoring.topology.person;

import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.topology.brand.Comparisons;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far one task has got with a brand's preview.
 *
 * @param request its id
 * @param cursor where to go on; null when all of the task's people are compared
 * @param sentAt wall-clock milliseconds
 * @param sent whether the brand has been told all of it
 * @param sum of the people compared so far
 */
record PreviewWork(UUID request, @Nullable String cursor, long sentAt, boolean sent, ModelComparison sum) {

    static final BinarySerde<PreviewWork> SERDE = new BinarySerde<>(PreviewWork::toBytes, PreviewWork::of);

    private static final int VERSION = 3;

    static PreviewWork begin(UUID request, String start) {
        return new PreviewWork(request, start, 0, false, ModelComparison.EMPTY);
    }

    PreviewWork plus(ModelComparison more, @Nullable String next) {
        return new PreviewWork(request, next, sentAt, sent, sum.plus(more));
    }

    PreviewWork sent(long now) {
        return new PreviewWork(request, cursor, now, cursor == null, sum);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION)
                .number(request.getMostSignificantBits())
                .number(request.getLeastSignificantBits())
                .text(cursor)
                .number(sentAt)
                .flag(sent);
        Comparisons.write(sum, out);
        return out.toBytes();
    }

    private static PreviewWork of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PreviewWork(
                        new UUID(in.whole(), in.whole()), in.text(), in.whole(), in.isSet(), Comparisons.read(in)));
    }
}
