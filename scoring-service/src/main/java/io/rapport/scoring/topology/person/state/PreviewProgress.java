package io.rapport.scoring.topology.person.state;

import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.topology.brand.preview.ModelComparisonCodec;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one task with a brand's preview.
 *
 * @param request id of the request
 * @param cursor where to continue; null when all people of the task are compared
 * @param sentAt wall-clock milliseconds
 * @param isComplete whether the complete result was sent
 * @param sum the comparison of the people so far
 */
public record PreviewProgress(
        UUID request, @Nullable String cursor, long sentAt, boolean isComplete, ModelComparison sum) {

    public static final BinarySerde<PreviewProgress> SERDE =
            new BinarySerde<>(PreviewProgress::toBytes, PreviewProgress::of);

    private static final int VERSION = 3;

    public static PreviewProgress begin(UUID request, String start) {
        return new PreviewProgress(request, start, 0, false, ModelComparison.EMPTY);
    }

    public PreviewProgress plus(ModelComparison more, @Nullable String next) {
        return new PreviewProgress(request, next, sentAt, isComplete, sum.plus(more));
    }

    public PreviewProgress markSent(long now) {
        return new PreviewProgress(request, cursor, now, cursor == null, sum);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION)
                .number(request.getMostSignificantBits())
                .number(request.getLeastSignificantBits())
                .text(cursor)
                .number(sentAt)
                .flag(isComplete);
        ModelComparisonCodec.write(sum, out);
        return out.toBytes();
    }

    private static PreviewProgress of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PreviewProgress(
                        new UUID(in.int64(), in.int64()),
                        in.text(),
                        in.int64(),
                        in.bool(),
                        ModelComparisonCodec.read(in)));
    }
}
