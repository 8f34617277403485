package io.rapport.report.domain.goal;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.contracts.brand.BrandGoalsSetBuilder;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the goals of brands. */
public final class GoalService {

    private final GoalRepository goals;
    private final DecisionRecorder<BrandGoalsSet> recorder;

    /** A service on this repository and the recorder of its states. */
    public GoalService(GoalRepository goals, DecisionRecorder<BrandGoalsSet> recorder) {
        this.goals = goals;
        this.recorder = recorder;
    }

    /**
     * Goals that a user wants to set.
     *
     * @param expectedVersion the version the user saw (optimistic lock); null to overwrite any version
     */
    public record GoalCommand(
            List<BrandGoal> goals,
            String by,
            Instant at,
            @Nullable Long expectedVersion) {}

    /** The goals of a brand; empty if none were ever set. */
    public Optional<BrandGoalsSet> find(BrandKey brand) {
        return goals.find(brand);
    }

    /**
     * Sets the goals of a brand; returns whether the broker has acknowledged that.
     *
     * @throws DecisionRejectedException with the reason
     */
    public boolean set(BrandKey brand, GoalCommand command) {
        recorder.requireReady();
        var version = goals.find(brand).map(BrandGoalsSet::version).orElse(0L);
        DecisionRecorder.requireVersion(command.expectedVersion(), version);
        var next = BrandGoalsSetBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .goals(command.goals())
                .by(command.by())
                .version(version + 1)
                .at(command.at())
                .build();
        return recorder.saveAndPublish(next);
    }
}
