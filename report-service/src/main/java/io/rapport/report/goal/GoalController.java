package io.rapport.report.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.report.domain.goal.GoalProgress;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The goals of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/goals")
class GoalController {

    private static final int MAX_GOALS = 20;

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final GoalHandler goals;

    GoalController(BrandCatalogue catalogue, AsOfResolver days, GoalHandler goals) {
        this.catalogue = catalogue;
        this.days = days;
        this.goals = goals;
    }

    /**
     * The goals of a brand with their progress.
     *
     * @param asOf the last day of the window; null while the brand has no figures
     * @param version 0 if none were ever set
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GoalsView(@Nullable LocalDate asOf, int window, long version, List<GoalProgress> goals) {}

    /**
     * Goals to set.
     *
     * @param goals the figures with their targets; they replace all earlier goals
     * @param version the version that was read (optimistic lock); left out to overwrite any
     */
    record GoalsRequest(
            @Nullable List<@Nullable GoalRequest> goals,
            @Nullable Long version) {}

    /** A goal to set. */
    record GoalRequest(@Nullable String figure, @Nullable Double target) {}

    @Operation(summary = "The goals of the brand, their progress over 30 days, and the median of the agency's brands")
    @GetMapping
    GoalsView goals(BrandKey brand) {
        catalogue.require(brand);
        var asOf = days.resolve(brand, null);
        var stored = goals.find(brand);
        return new GoalsView(
                asOf.day(), GoalHandler.WINDOW, stored.version(), goals.progress(brand, asOf, stored.goals()));
    }

    @Operation(summary = "Set the goals of the brand. Needs a token with the scope ADMIN")
    @PutMapping
    ResponseEntity<GoalsView> set(BrandKey brand, @RequestBody GoalsRequest request, Caller caller) {
        catalogue.require(brand);
        var asked = request.goals();
        if (asked == null || asked.size() > MAX_GOALS) {
            throw Problem.invalid("goals", "goals is a list of at most " + MAX_GOALS + " goals.")
                    .asException();
        }
        var published =
                goals.set(brand, asked.stream().map(GoalController::goal).toList(), request.version(), caller);
        return ResponseEntity.status(published ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(goals(brand));
    }

    private static BrandGoal goal(@Nullable GoalRequest request) {
        if (request == null || request.figure() == null || request.target() == null) {
            throw Problem.invalid("goals", "Each goal has a figure and a target.")
                    .asException();
        }
        return new BrandGoal(request.figure(), request.target());
    }
}
