package io.rapport.scoring.topology.model;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;

/**
 * What people are judged by.
 *
 * @param day epoch day, {@link EpochDays#NONE} before the brand's first
 * @param model version of the scoring model
 */
public record ScoringTarget(int day, String model) {

    /** Writes it as a part of a form. */
    public void write(BinaryWriter out) {
        out.number(day).text(model);
    }

    /** Reads what {@link #write} wrote; what is of a form from before models is judged by the standard one. */
    public static ScoringTarget read(BinaryReader in) {
        return new ScoringTarget(in.int32(), ModelLookup.readVersion(in));
    }
}
