package io.rapport.scoring.topology.brand.preview;

import io.rapport.contracts.model.PreviewRequested;
import io.rapport.messaging.json.Json;
import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * The partial result of a preview from one partition.
 *
 * @param partition of the people
 * @param request the request
 * @param whole whether all people of the partition are in it; until then it has only their number
 * @param sum comparison of the people so far
 */
public record PreviewPart(int partition, PreviewRequested request, boolean whole, ModelComparison sum) {

    /** The form in the repartition topic. */
    public static final BinarySerde<PreviewPart> SERDE = new BinarySerde<>(PreviewPart::toBytes, PreviewPart::of);

    private static final int VERSION = 3;

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        write(out);
        return out.toBytes();
    }

    void write(BinaryWriter out) {
        out.number(partition).bytes(Json.mapper().writeValueAsBytes(request)).flag(whole);
        ModelComparisonCodec.write(sum, out);
    }

    static PreviewPart read(BinaryReader in) {
        return new PreviewPart(
                in.int32(),
                Json.mapper().readValue(in.bytes(), PreviewRequested.class),
                in.bool(),
                ModelComparisonCodec.read(in));
    }

    private static PreviewPart of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, PreviewPart::read);
    }
}
