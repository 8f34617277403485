package io.rapport.report.domain.people;

import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.WindowSums;
import java.util.function.ToDoubleFunction;

/** One side of Return on Relationships. */
public enum RorSide {
    /** What people returned. */
    RETURNED(WindowSums::returned),
    /** What the brand invested. */
    INVESTED(WindowSums::invested);

    private final ToDoubleFunction<WindowSums> sum;

    RorSide(ToDoubleFunction<WindowSums> sum) {
        this.sum = sum;
    }

    /** The amount of this side in a person's window. */
    public double amount(WindowSums sums) {
        return sum.applyAsDouble(sums);
    }

    /** The amount of this side in a window of a person; 0 without such a window. */
    public double amount(RelationshipScoreChanged state, int window) {
        return state.windows().stream()
                .filter(sums -> sums.window() == window)
                .mapToDouble(this::amount)
                .sum();
    }
}
