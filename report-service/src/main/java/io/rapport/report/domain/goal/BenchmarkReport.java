package io.rapport.report.domain.goal;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.goal.GoalProgress.AgencyBenchmark;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Medians of an agency's brands over their last 30 days. They stay inside of the agency and are shown when at least 5 brands
 * take part, so that no single brand can be recognised.
 */
public final class BenchmarkReport {

    /** The number of brands below which there is no benchmark. */
    public static final int MIN_BRANDS = 5;

    private static final int WINDOW = 30;

    private final BrandDayRepository<BrandScoreChanged> days;

    /** A report on the published figures. */
    public BenchmarkReport(BrandDayRepository<BrandScoreChanged> days) {
        this.days = days;
    }

    /**
     * The medians by figure; figures that are measurable in fewer than 5 brands are left out.
     *
     * @param brands all brands of one agency
     */
    public Map<GoalFigure, AgencyBenchmark> find(Collection<BrandKey> brands) {
        var medians = new EnumMap<GoalFigure, AgencyBenchmark>(GoalFigure.class);
        if (brands.size() < MIN_BRANDS) {
            return medians;
        }
        var states = brands.stream()
                .flatMap(brand -> days.findLatest(brand).stream())
                .toList();
        for (var figure : GoalFigure.values()) {
            var values = states.stream()
                    .flatMap(state -> Stream.ofNullable(value(figure, state)))
                    .sorted()
                    .toList();
            if (values.size() >= MIN_BRANDS) {
                medians.put(figure, new AgencyBenchmark(median(values), values.size()));
            }
        }
        return medians;
    }

    private static @Nullable Double value(GoalFigure figure, BrandScoreChanged state) {
        var service = Objects.requireNonNullElse(state.service(), List.<ServiceWindow>of()).stream()
                .filter(window -> window.window() == WINDOW)
                .findFirst()
                .orElse(null);
        return state.windows().stream()
                .filter(window -> window.window() == WINDOW)
                .filter(BenchmarkReport::isSeen)
                .findFirst()
                .map(window -> figure.of(window, service))
                .orElse(null);
    }

    /** A brand without people seen takes no part. */
    private static boolean isSeen(RollingRor window) {
        return window.seen() > 0;
    }

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
