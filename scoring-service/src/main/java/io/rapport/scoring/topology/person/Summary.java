package io.rapport.scoring.topology.person;

import io.rapport.contracts.score.PreviousScore;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.Days;
import org.jspecify.annotations.Nullable;

/** What is remembered of a state that was published: enough to say what it was, and whether the next is worth waking for. */
record Summary(double strength, Stage stage, WarmthClass warmth, boolean captive, int asOf, long sequence) {

    private static final double TELLING_MOVE = 0.5;

    static Summary of(RelationshipScore score, long sequence) {
        return new Summary(
                score.strength(), score.stage(), score.warmthClass(), score.captive(), Days.of(score.asOf()), sequence);
    }

    /** Whether subscribers of changes want to hear of a score after this. */
    boolean isTelling(RelationshipScore next) {
        return Math.abs(next.strength() - strength) >= TELLING_MOVE
                || next.stage() != stage
                || next.warmthClass() != warmth
                || next.captive() != captive;
    }

    PreviousScore previous() {
        return new PreviousScore(strength, stage, Days.date(asOf), sequence);
    }

    static void write(@Nullable Summary summary, BinaryWriter out) {
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

    static @Nullable Summary read(BinaryReader in) {
        return in.isSet()
                ? new Summary(
                        in.real(),
                        in.constant(Stage.class),
                        in.constant(WarmthClass.class),
                        in.isSet(),
                        in.integer(),
                        in.whole())
                : null;
    }
}
