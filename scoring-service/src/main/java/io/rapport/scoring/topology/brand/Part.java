package io.rapport.scoring.topology.brand;

import io.rapport.scoring.topology.model.Models;
import io.rapport.scoring.topology.model.Target;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * How one partition's people of a brand are judged.
 *
 * @param target what by
 * @param judged how many were, when it was last walked for all of them
 * @param whole whether all of them are; not while they are being judged with another model
 */
public record Part(Target target, long judged, boolean whole) {

    void write(BinaryWriter out) {
        target.write(out);
        out.number(judged).flag(whole);
    }

    static Part read(BinaryReader in) {
        var target = Target.read(in);
        return in.version() < Models.FIRST_WITH_MODELS
                ? new Part(target, 0, true)
                : new Part(target, in.whole(), in.isSet());
    }
}
