package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.score.PreviousScore;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.policy.ChangePolicy;
import io.rapport.scoring.domain.policy.RelationshipState;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import org.jspecify.annotations.Nullable;

/** The summary of a published score, to compare the next score with. */
public record PublishedScore(
        double strength, Stage stage, WarmthClass warmth, boolean captive, int asOf, long sequence) {

    /** Returns the summary of a score. */
    public static PublishedScore of(RelationshipScore score, long sequence) {
        return new PublishedScore(
                score.strength(),
                score.stage(),
                score.warmthClass(),
                score.captive(),
                EpochDays.of(score.asOf()),
                sequence);
    }

    /** Whether a later score is published on {@code .changes}. */
    public boolean isSignificantChange(RelationshipScore next) {
        return ChangePolicy.isRelationshipChange(new RelationshipState(strength, stage, warmth, captive), next.state());
    }

    /** Returns the summary as the field {@code previous} of the next event. */
    public PreviousScore toPreviousScore() {
        return new PreviousScore(strength, stage, EpochDays.toDate(asOf), sequence);
    }

    /** Writes a summary as part of a stored form. */
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

    /** Reads what {@link #write} wrote. */
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
