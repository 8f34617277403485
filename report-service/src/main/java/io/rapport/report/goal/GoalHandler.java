package io.rapport.report.goal;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.goal.BenchmarkReport;
import io.rapport.report.domain.goal.GoalFigure;
import io.rapport.report.domain.goal.GoalProgress;
import io.rapport.report.domain.goal.GoalProgress.AgencyBenchmark;
import io.rapport.report.domain.goal.GoalService;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validates goals, and measures how far they are. */
public final class GoalHandler {

    /** The window of goals outside of a month, in days. */
    static final int WINDOW = 30;

    private final GoalService goals;
    private final BenchmarkReport benchmarks;
    private final BrandReport figures;
    private final BrandCatalogue catalogue;
    private final Clock clock;

    /** A handler with the clock that dates decisions. */
    public GoalHandler(
            GoalService goals, BenchmarkReport benchmarks, BrandReport figures, BrandCatalogue catalogue, Clock clock) {
        this.goals = goals;
        this.benchmarks = benchmarks;
        this.figures = figures;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The goals of a brand.
     *
     * @param version 0 if none were ever set
     */
    record VersionedGoals(List<BrandGoal> goals, long version) {}

    VersionedGoals find(BrandKey brand) {
        return goals.find(brand)
                .map(set -> new VersionedGoals(set.goals(), set.version()))
                .orElseGet(() -> new VersionedGoals(List.of(), 0));
    }

    /** The progress of these goals of a brand over the 30 days up to a day. */
    List<GoalProgress> progress(BrandKey brand, AsOfDay asOf, List<BrandGoal> set) {
        return set.isEmpty() ? List.of() : progress(brand, asOf, set, benchmarks(brand.agency()));
    }

    List<GoalProgress> progress(
            BrandKey brand, AsOfDay asOf, List<BrandGoal> set, Map<GoalFigure, AgencyBenchmark> medians) {
        return set.isEmpty()
                ? List.of()
                : GoalProgress.of(
                        set,
                        figures.findRor(brand, asOf, WINDOW),
                        figures.service(brand, asOf, WINDOW).orElse(null),
                        medians);
    }

    /** The progress of a brand's goals in other figures, with benchmarks if they are of the current day. */
    public List<GoalProgress> progress(
            BrandKey brand, RollingRor ror, @Nullable ServiceWindow service, boolean current) {
        var set = find(brand).goals();
        return GoalProgress.of(set, ror, service, current && !set.isEmpty() ? benchmarks(brand.agency()) : Map.of());
    }

    /** The medians of an agency's brands. */
    Map<GoalFigure, AgencyBenchmark> benchmarks(String agency) {
        return benchmarks.find(catalogue.all().stream()
                .filter(brand -> brand.agency().equals(agency))
                .map(BrandRegistered::brandKey)
                .toList());
    }

    boolean set(BrandKey brand, List<BrandGoal> asked, @Nullable Long version, Caller caller) {
        asked.forEach(GoalHandler::require);
        if (asked.stream().map(BrandGoal::figure).distinct().count() < asked.size()) {
            throw Problem.invalid("goals", "goals has one goal for each figure at most.")
                    .asException();
        }
        var command = new GoalService.GoalCommand(
                asked, caller.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS), version);
        return DecisionProblems.orProblem(() -> goals.set(brand, command));
    }

    private static void require(BrandGoal goal) {
        var figure = GoalFigure.fromField(String.valueOf(goal.figure()))
                .orElseThrow(() -> Problem.invalid(
                                "figure",
                                "figure is one of "
                                        + Arrays.stream(GoalFigure.values())
                                                .map(GoalFigure::field)
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        .asException());
        if (!(goal.target() > 0 && goal.target() <= figure.unit().maximum())) {
            throw Problem.invalid(
                            "target",
                            "The target of " + figure.field() + " is above 0 and at most "
                                    + (long) figure.unit().maximum() + ".")
                    .asException();
        }
    }
}
