package io.rapport.report.goal;

import io.rapport.report.domain.goal.GoalFigure;
import io.rapport.report.domain.goal.GoalFigure.GoalUnit;
import io.rapport.report.domain.goal.GoalProgress;
import io.rapport.report.page.PageFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A goal on a page.
 *
 * @param reason the value, the target and the benchmark as a sentence
 * @param reached null if the value is not measurable
 */
public record GoalLine(
        String label, String reason, @Nullable Boolean reached) {

    private static final double PERCENT = 100;

    /** The line of a goal. */
    public static GoalLine of(GoalProgress goal) {
        var unit = GoalFigure.fromField(goal.figure()).map(GoalFigure::unit).orElse(GoalUnit.RATIO);
        var target = (goal.higherIsBetter() ? "at least " : "at most ") + format(unit, goal.target());
        var value = goal.value() == null ? "not measurable" : format(unit, goal.value());
        var benchmark = Optional.ofNullable(goal.benchmark())
                .map(median -> " The median of " + median.brands() + " brands of the agency is "
                        + format(unit, median.median()) + ".")
                .orElse("");
        var state = goal.reached() == null ? "" : goal.reached() ? " Reached." : " Not reached.";
        return new GoalLine(
                goal.label(),
                value.substring(0, 1).toUpperCase(Locale.ENGLISH) + value.substring(1) + ", goal " + target + "."
                        + state + benchmark,
                goal.reached());
    }

    /** A value in its unit. */
    static String format(GoalUnit unit, double value) {
        return switch (unit) {
            case SHARE -> PageFormat.share(value);
            case RATIO -> PageFormat.ratio(value);
            case COUNT -> PageFormat.count(Math.round(value));
            case MINUTES -> PageFormat.duration(value * 60);
        };
    }

    /** What the form shows of a target: shares in percent. */
    static double toForm(GoalUnit unit, double target) {
        return unit == GoalUnit.SHARE ? Math.round(target * PERCENT * PERCENT) / PERCENT : target;
    }

    /** The target of what the form sent. */
    static double fromForm(GoalUnit unit, double shown) {
        return unit == GoalUnit.SHARE ? shown / PERCENT : shown;
    }
}
