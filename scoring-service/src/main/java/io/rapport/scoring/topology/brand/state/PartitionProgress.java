package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * How one partition's people of a brand are judged.
 *
 * @param target what by
 * @param judged how many were, when it was last walked for all of them
 * @param whole whether all of them are; not while they are being judged with another model
 */
public record PartitionProgress(ScoringTarget target, long judged, boolean whole) {

    void write(BinaryWriter out) {
        target.write(out);
        out.number(judged).flag(whole);
    }

    static PartitionProgress read(BinaryReader in) {
        var target = ScoringTarget.read(in);
        return in.version() < ModelLookup.FIRST_WITH_MODELS
                ? new PartitionProgress(target, 0, true)
                : new PartitionProgress(target, in.int64(), in.bool());
    }
}
