package io.rapport.report.goal;

import io.rapport.contracts.BrandKey;
import io.rapport.report.request.AsOfResolver;
import java.util.List;

/** The goals of a brand for pages of other features, which name this bean in their templates. */
public final class GoalLines {

    private final GoalHandler goals;
    private final AsOfResolver days;

    /** Lines of these goals on the current day. */
    public GoalLines(GoalHandler goals, AsOfResolver days) {
        this.goals = goals;
        this.days = days;
    }

    /** The progress of a brand's goals over the last 30 days; empty without goals. */
    public List<GoalLine> of(BrandKey brand) {
        var set = goals.find(brand).goals();
        return set.isEmpty()
                ? List.of()
                : goals.progress(brand, days.resolve(brand, null), set).stream()
                        .map(goal -> GoalLine.of(goal, brand))
                        .toList();
    }
}
