package io.rapport.scoring.topology.brand;

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
 * @param told how many people were compared when it was last told, -1 before
 * @param done whether there is nothing left to tell
 * @param sequence of the last state that was told; it goes on from request to request
 */
record BrandPreview(PreviewRequested request, Map<Integer, PreviewPart> parts, long told, boolean done, long sequence) {

    static final BinarySerde<BrandPreview> SERDE = new BinarySerde<>(BrandPreview::toBytes, BrandPreview::of);

    private static final int VERSION = 3;
    private static final long NOTHING = -1;

    static BrandPreview begin(PreviewRequested request, long sequence) {
        return new BrandPreview(request, Map.of(), NOTHING, false, sequence);
    }

    /** Whether it is of another request than this one, and an older one. */
    boolean isBefore(PreviewRequested other) {
        return !request.id().equals(other.id()) && !request.at().isAfter(other.at());
    }

    BrandPreview plus(PreviewPart part) {
        var more = new TreeMap<>(parts);
        more.put(part.partition(), part);
        return new BrandPreview(request, more, told, done, sequence);
    }

    BrandPreview told(boolean isAll) {
        return new BrandPreview(request, isAll ? Map.of() : parts, sum().people(), isAll, sequence + 1);
    }

    /** Whether all people of these partitions are in it. */
    boolean isWhole(Collection<Integer> partitions) {
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
        out.number(told).number(sequence).number(parts.size());
        parts.values().forEach(part -> part.write(out));
        return out.toBytes();
    }

    private static BrandPreview of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var head = PreviewPart.read(in);
            var told = in.whole();
            var sequence = in.whole();
            var parts = new TreeMap<Integer, PreviewPart>();
            for (var left = in.integer(); left > 0; left--) {
                var part = PreviewPart.read(in);
                parts.put(part.partition(), part);
            }
            return new BrandPreview(head.request(), parts, told, head.whole(), sequence);
        });
    }
}
