package io.rapport.scoring.topology.brand;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.Days;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers know of a brand.
 *
 * @param sequence of the latest state; it never restarts
 * @param publishedAt wall-clock milliseconds of the last {@code .current}
 * @param pending why there is something to tell; null when there is nothing
 * @param current the last on {@code .current}
 * @param change the last on {@code .changes}
 */
record BrandTold(
        long sequence,
        long publishedAt,
        @Nullable ChangeReason pending,
        @Nullable BrandSummary current,
        @Nullable BrandSummary change) {

    static final BrandTold NOTHING = new BrandTold(0, 0, null, null, null);

    /** The last published day, {@link Days#NONE} before the first. */
    int asOf() {
        return current == null ? Days.NONE : current.target().day();
    }

    /** The model of what was last published; the standard one before the first. */
    String model() {
        return current == null
                ? ScoringModel.standard().version()
                : current.target().model();
    }

    BrandTold pending(ChangeReason reason) {
        return new BrandTold(sequence, publishedAt, reason, current, change);
    }

    BrandTold published(BrandSummary told, boolean asChange, long now) {
        return new BrandTold(sequence + 1, now, null, told, asChange ? told : change);
    }

    void write(BinaryWriter out) {
        out.number(sequence).number(publishedAt).constant(pending);
        BrandSummary.write(current, out);
        BrandSummary.write(change, out);
    }

    static BrandTold read(BinaryReader in) {
        return new BrandTold(
                in.whole(),
                in.whole(),
                in.constantOrNull(ChangeReason.class),
                BrandSummary.read(in),
                BrandSummary.read(in));
    }
}
