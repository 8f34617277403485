package io.rapport.report.goal;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.goal.GoalFigure;
import io.rapport.report.domain.goal.GoalFigure.GoalUnit;
import io.rapport.report.domain.goal.GoalProgress;
import io.rapport.report.page.PageFormat;
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
        var figure = GoalFigure.fromField(goal.figure());
        var unit = figure.map(GoalFigure::unit).orElse(GoalUnit.RATIO);
        var target = text(goal.higherIsBetter() ? "goal.at-least" : "goal.at-most", format(unit, goal.target()));
        var value = goal.value() == null ? text("not-measurable") : format(unit, goal.value());
        var benchmark = Optional.ofNullable(goal.benchmark())
                .map(median -> " " + text("goal.median-is", median.brands(), format(unit, median.median())))
                .orElse("");
        var state = goal.reached() == null ? "" : " " + text(goal.reached() ? "goal.reached" : "goal.not-reached");
        return new GoalLine(
                figure.map(GoalLine::label).orElse(goal.label()),
                text("goal.line", value, target) + state + benchmark,
                goal.reached());
    }

    /** A value in its unit. */
    /** The name of a figure. */
    static String label(GoalFigure figure) {
        return text("goal.figure." + figure.name());
    }

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
