package io.rapport.scoring.topology.model;

import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;

/**
 * The day and the model that people are scored with.
 *
 * @param day epoch day, {@link EpochDays#NONE} before the first day of the brand
 * @param model version of the scoring model
 */
public record ScoringTarget(int day, String model) {

    /** The version of the stored forms that first contained the model. */
    public static final int FIRST_VERSION_WITH_MODEL = 3;

    /** Writes the target as part of a stored form. */
    public void write(BinaryWriter out) {
        out.number(day).text(model);
    }

    /** Reads what {@link #write} wrote; forms older than models have the standard model. */
    public static ScoringTarget read(BinaryReader in) {
        return new ScoringTarget(in.int32(), readModel(in));
    }

    private static String readModel(BinaryReader in) {
        var version = in.version() < FIRST_VERSION_WITH_MODEL ? null : in.text();
        return version == null ? ScoringModel.standard().version() : version;
    }
}
