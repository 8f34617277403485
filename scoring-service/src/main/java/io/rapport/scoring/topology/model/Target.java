package io.rapport.scoring.topology.model;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.Days;

/**
 * What people are judged by.
 *
 * @param day epoch day, {@link Days#NONE} before the brand's first
 * @param model version of the scoring model
 */
public record Target(int day, String model) {

    /** Writes it as a part of a form. */
    public void write(BinaryWriter out) {
        out.number(day).text(model);
    }

    /** Reads what {@link #write} wrote; what is of a form from before models is judged by the standard one. */
    public static Target read(BinaryReader in) {
        return new Target(in.integer(), Models.version(in));
    }
}
