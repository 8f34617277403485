package io.rapport.report.domain.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a goal is.
 *
 * @param figure the name of the figure
 * @param higherIsBetter whether the goal is reached from its target up, else from its target down
 * @param value null if it is not measurable
 * @param reached null if the value is not measurable
 * @param benchmark the median of the agency's brands; null if fewer than 5 take part
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GoalProgress(
        String figure,
        String label,
        boolean higherIsBetter,
        double target,
        @Nullable Double value,
        @Nullable Boolean reached,
        @Nullable AgencyBenchmark benchmark) {

    /**
     * The median of a figure over the brands of an agency, over the last 30 days.
     *
     * @param brands the number of brands in which it is measurable
     */
    public record AgencyBenchmark(double median, int brands) {}

    /** The progress of goals in a window; goals of figures that this version does not know are left out. */
    public static List<GoalProgress> of(
            List<BrandGoal> goals,
            RollingRor ror,
            @Nullable ServiceWindow service,
            Map<GoalFigure, AgencyBenchmark> benchmarks) {
        return goals.stream()
                .flatMap(goal -> GoalFigure.fromField(goal.figure()).stream()
                        .flatMap(figure -> Stream.of(of(figure, goal.target(), figure.of(ror, service), benchmarks))))
                .toList();
    }

    private static GoalProgress of(
            GoalFigure figure, double target, @Nullable Double value, Map<GoalFigure, AgencyBenchmark> benchmarks) {
        return new GoalProgress(
                figure.field(),
                figure.label(),
                figure.higherIsBetter(),
                target,
                value,
                value == null ? null : (Boolean) (figure.higherIsBetter() ? value >= target : value <= target),
                benchmarks.get(figure));
    }
}
