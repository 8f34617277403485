package io.rapport.report.goal;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.goal.GoalFigure;
import io.rapport.report.domain.goal.GoalFigure.GoalUnit;
import io.rapport.report.domain.goal.GoalProgress;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A goal on a page.
 *
 * @param reason the value, the target and the benchmark as a sentence
 * @param reached null if the value is not measurable
 * @param link path of the people or questions behind the value over the last 30 days; null where they are not listed
 * @param others the people who are not in the value; null where there are none
 */
public record GoalLine(
        String label,
        String reason,
        @Nullable Boolean reached,
        @Nullable String link,
        @Nullable OtherPeople others) {

    /** A link to the people a goal is about who are not counted in its value. */
    public record OtherPeople(String words, String link) {}

    private static final double PERCENT = 100;

    /** As {@link #of(GoalProgress)}, with the links of the last 30 days of a brand. */
    static GoalLine of(GoalProgress goal, BrandKey brand) {
        return linked(goal, new GoalPeople(BrandPageLink.path(brand.agency(), brand.brand()), null, null));
    }

    /** As {@link #of(GoalProgress)}, with the links of some days of a brand. */
    public static GoalLine of(GoalProgress goal, BrandKey brand, LocalDate from, LocalDate to) {
        return linked(goal, new GoalPeople(BrandPageLink.path(brand.agency(), brand.brand()), from, to));
    }

    private static GoalLine linked(GoalProgress goal, GoalPeople people) {
        var line = of(goal);
        var figure = GoalFigure.fromField(goal.figure());
        return new GoalLine(
                line.label(),
                line.reason(),
                line.reached(),
                figure.map(people::counted).orElse(null),
                figure.flatMap(each -> people.others(each)
                                .map(others -> new OtherPeople(text("goal.others." + each.name()), others)))
                        .orElse(null));
    }

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
                goal.reached(),
                null,
                null);
    }

    /** The name of a figure. */
    static String label(GoalFigure figure) {
        return text("goal.figure." + figure.name());
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
