package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.score.PreviousScore;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import org.jspecify.annotations.Nullable;

/** What is remembered of a state that was published: enough to say what it was, and whether the next is worth waking for. */
public record PublishedScore(double strength, Stage stage, WarmthClass warmth, boolean captive, int asOf, long sequence) {

    private static final double SIGNIFICANT_STRENGTH_CHANGE = 0.5;

    public static PublishedScore of(RelationshipScore score, long sequence) {
        return new PublishedScore(
                score.strength(), score.stage(), score.warmthClass(), score.captive(), EpochDays.of(score.asOf()), sequence);
    }

    /** Whether subscribers of changes want to hear of a score after this. */
    public boolean isSignificantChange(RelationshipScore next) {
        return Math.abs(next.strength() - strength) >= SIGNIFICANT_STRENGTH_CHANGE
                || next.stage() != stage
                || next.warmthClass() != warmth
                || next.captive() != captive;
    }

    public PreviousScore toPreviousScore() {
        return new PreviousScore(strength, stage, EpochDays.toDate(asOf), sequence);
    }

    static void write(@Nullable PublishedScore summary, BinaryWriter out) {
        out.flag(summary != null);
        if (summary != null) {
            out.number(summary.strength)
                    .constant(summary.stage)
                    .constant(summary.warmth)
                    .flag(summary.captive)
                    .number(summary.asOf)
                    .number(summary.sequence);
        }
    }

    static @Nullable PublishedScore read(BinaryReader in) {
        return in.bool()
                ? new PublishedScore(
                        in.float64(),
                        in.constant(Stage.class),
                        in.constant(WarmthClass.class),
                        in.bool(),
                        in.int32(),
                        in.int64())
                : null;
    }
}
