package io.rapport.scoring.domain.policy;

import io.rapport.contracts.score.FigureEvidence;
import org.jspecify.annotations.Nullable;

/** Decides whether a figure stands on few data: fewer than 5 people or fewer than 20 engagements. */
public final class EvidencePolicy {

    private static final long MIN_PEOPLE = 5;
    private static final long MIN_ENGAGEMENTS = 20;

    private EvidencePolicy() {}

    /** The evidence of a figure over people; null when there is enough. */
    public static @Nullable String of(long people, long engagements) {
        return people < MIN_PEOPLE ? FigureEvidence.FEW : of(engagements);
    }

    /** The evidence of a figure that does not count people; null when there is enough. */
    public static @Nullable String of(long engagements) {
        return engagements < MIN_ENGAGEMENTS ? FigureEvidence.FEW : null;
    }
}
