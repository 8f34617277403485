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

/** What is remembered of a state that was published: enough to say what it was, and whether the next is worth waking for. */
public record PublishedScore(double strength, Stage stage, WarmthClass warmth, boolean captive, int asOf, long sequence) {

    public static PublishedScore of(RelationshipScore score, long sequence) {
        return new PublishedScore(
                score.strength(), score.stage(), score.warmthClass(), score.captive(), EpochDays.of(score.asOf()), sequence);
    }

    /** Whether a later score is published on the changes topic. */
    public boolean isSignificantChange(RelationshipScore next) {
        return ChangePolicy.isRelationshipChange(
                new RelationshipState(strength, stage, warmth, captive), next.state());
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
