package io.rapport.report.domain;

import io.rapport.contracts.score.WindowSums;
import java.util.function.ToDoubleFunction;

/** One side of Return on Relationships. */
public enum Side {
    /** What people gave. */
    RETURNED(WindowSums::returned),
    /** What the brand gave. */
    INVESTED(WindowSums::invested);

    private final ToDoubleFunction<WindowSums> sum;

    Side(ToDoubleFunction<WindowSums> sum) {
        this.sum = sum;
    }

    /** This side of a person's window. */
    public double of(WindowSums sums) {
        return sum.applyAsDouble(sums);
    }
}
