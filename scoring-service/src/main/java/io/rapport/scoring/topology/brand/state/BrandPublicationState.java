package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import org.jspecify.annotations.Nullable;

/**
 * What was published about a brand.
 *
 * @param sequence of the latest state; it never restarts
 * @param publishedAt wall-clock milliseconds of the last record on {@code .current}
 * @param pending the reason of a pending publication; null without one
 * @param current the last figures on {@code .current}
 * @param change the last figures on {@code .changes}
 */
public record BrandPublicationState(
        long sequence,
        long publishedAt,
        @Nullable ChangeReason pending,
        @Nullable PublishedBrandFigures current,
        @Nullable PublishedBrandFigures change) {

    static final BrandPublicationState EMPTY = new BrandPublicationState(0, 0, null, null, null);

    /** Returns the last published day, {@link EpochDays#NONE} before the first. */
    public int asOf() {
        return current == null ? EpochDays.NONE : current.target().day();
    }

    /** Returns the model of the last published figures; the standard model before the first. */
    public String model() {
        return current == null
                ? ScoringModel.standard().version()
                : current.target().model();
    }

    BrandPublicationState withPending(ChangeReason reason) {
        return new BrandPublicationState(sequence, publishedAt, reason, current, change);
    }

    public BrandPublicationState withPublished(PublishedBrandFigures figures, boolean asChange, long now) {
        return new BrandPublicationState(sequence + 1, now, null, figures, asChange ? figures : change);
    }

    void write(BinaryWriter out) {
        out.number(sequence).number(publishedAt).constant(pending);
        PublishedBrandFigures.write(current, out);
        PublishedBrandFigures.write(change, out);
    }

    static BrandPublicationState read(BinaryReader in) {
        return new BrandPublicationState(
                in.int64(),
                in.int64(),
                in.constantOrNull(ChangeReason.class),
                PublishedBrandFigures.read(in),
                PublishedBrandFigures.read(in));
    }
}
