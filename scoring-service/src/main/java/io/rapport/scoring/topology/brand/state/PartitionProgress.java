package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * The scoring progress of one partition's people of a brand.
 *
 * @param target day and model
 * @param judged people scored in the last walk over all of them
 * @param whole whether all people have the target; false while a walk for another model is active
 */
public record PartitionProgress(ScoringTarget target, long judged, boolean whole) {

    void write(BinaryWriter out) {
        target.write(out);
        out.number(judged).flag(whole);
    }

    static PartitionProgress read(BinaryReader in) {
        var target = ScoringTarget.read(in);
        return in.version() < ScoringTarget.FIRST_VERSION_WITH_MODEL
                ? new PartitionProgress(target, 0, true)
                : new PartitionProgress(target, in.int64(), in.bool());
    }
}
