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
 * What is known of a brand's preview.
 *
 * @param request the latest
 * @param parts by partition
 * @param publishedPeople how many people were compared when it was last told, -1 before
 * @param done whether there is nothing left to tell
 * @param sequence of the last state that was told; it goes on from request to request
 */
public record BrandPreviewState(PreviewRequested request, Map<Integer, PreviewPart> parts, long publishedPeople, boolean done, long sequence) {

    public static final BinarySerde<BrandPreviewState> SERDE = new BinarySerde<>(BrandPreviewState::toBytes, BrandPreviewState::of);

    private static final int VERSION = 3;
    private static final long NOTHING = -1;

    static BrandPreviewState begin(PreviewRequested request, long sequence) {
        return new BrandPreviewState(request, Map.of(), NOTHING, false, sequence);
    }

    /** Whether it is of another request than this one, and an older one. */
    boolean isSupersededBy(PreviewRequested other) {
        return !request.id().equals(other.id()) && !request.at().isAfter(other.at());
    }

    BrandPreviewState plus(PreviewPart part) {
        var more = new TreeMap<>(parts);
        more.put(part.partition(), part);
        return new BrandPreviewState(request, more, publishedPeople, done, sequence);
    }

    BrandPreviewState told(boolean isAll) {
        return new BrandPreviewState(request, isAll ? Map.of() : parts, sum().people(), isAll, sequence + 1);
    }

    /** Whether all people of these partitions are in it. */
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
            var told = in.int64();
            var sequence = in.int64();
            var parts = new TreeMap<Integer, PreviewPart>();
            for (var left = in.int32(); left > 0; left--) {
                var part = PreviewPart.read(in);
                parts.put(part.partition(), part);
            }
            return new BrandPreviewState(head.request(), parts, told, head.whole(), sequence);
        });
    }
}
