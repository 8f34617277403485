package io.rapport.contracts.score;

import org.jspecify.annotations.Nullable;

/** Values of the field {@code evidence} of figures: how much a figure stands on. */
public final class FigureEvidence {

    /** The figure stands on fewer than 5 people or fewer than 20 engagements. */
    public static final String FEW = "few";

    private FigureEvidence() {}

    /** Whether a value of the field marks a figure as based on few data; null does not. */
    public static boolean isFew(@Nullable String evidence) {
        return FEW.equals(evidence);
    }
}
