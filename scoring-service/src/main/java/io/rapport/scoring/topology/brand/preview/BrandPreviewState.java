package io.rapport.scoring.topology.brand.preview;

import io.rapport.contracts.model.PreviewRequested;
import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a brand's preview.
 *
 * @param request the latest
 * @param parts by partition
 * @param publishedPeople number of compared people in the last publication, -1 before
 * @param done whether the final state was published
 * @param sequence of the last published state; it continues from request to request
 */
public record BrandPreviewState(
        PreviewRequested request, Map<Integer, PreviewPart> parts, long publishedPeople, boolean done, long sequence) {

    public static final BinarySerde<BrandPreviewState> SERDE =
            new BinarySerde<>(BrandPreviewState::toBytes, BrandPreviewState::of);

    private static final int VERSION = 3;
    private static final long NOTHING = -1;

    static BrandPreviewState begin(PreviewRequested request, long sequence) {
        return new BrandPreviewState(request, Map.of(), NOTHING, false, sequence);
    }

    /** Whether another, later request replaces this one. */
    boolean isSupersededBy(PreviewRequested other) {
        return !request.id().equals(other.id()) && !request.at().isAfter(other.at());
    }

    BrandPreviewState plus(PreviewPart part) {
        var more = new TreeMap<>(parts);
        more.put(part.partition(), part);
        return new BrandPreviewState(request, more, publishedPeople, done, sequence);
    }

    BrandPreviewState withPublished(boolean isFinal) {
        return new BrandPreviewState(request, isFinal ? Map.of() : parts, sum().people(), isFinal, sequence + 1);
    }

    /** Whether the parts of all partitions are complete. */
    boolean isComplete(Collection<Integer> partitions) {
        return partitions.stream().allMatch(partition -> {
            var part = parts.get(partition);
            return part != null && part.whole();
        });
    }

    ModelComparison sum() {
        return parts.values().stream().map(PreviewPart::sum).reduce(ModelComparison.EMPTY, ModelComparison::plus);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        new PreviewPart(0, request, done, ModelComparison.EMPTY).write(out);
        out.number(publishedPeople).number(sequence).number(parts.size());
        parts.values().forEach(part -> part.write(out));
        return out.toBytes();
    }

    private static BrandPreviewState of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var head = PreviewPart.read(in);
            var publishedPeople = in.int64();
            var sequence = in.int64();
            var parts = new TreeMap<Integer, PreviewPart>();
            for (var left = in.int32(); left > 0; left--) {
                var part = PreviewPart.read(in);
                parts.put(part.partition(), part);
            }
            return new BrandPreviewState(head.request(), parts, publishedPeople, head.whole(), sequence);
        });
    }
}
