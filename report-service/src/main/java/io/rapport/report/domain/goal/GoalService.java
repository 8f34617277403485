package io.rapport.report.domain.goal;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.contracts.brand.BrandGoalsSetBuilder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sets the goals of brands. */
public final class GoalService {

    private final GoalRepository goals;
    private final BooleanSupplier caughtUp;
    private final Predicate<BrandGoalsSet> publisher;

    /**
     * A service on this repository.
     *
     * @param caughtUp whether all earlier goals are in the repository, so that versions continue from there
     * @param publisher publishes goals, and returns whether that succeeded; if not, the outbox publishes them later
     */
    public GoalService(GoalRepository goals, BooleanSupplier caughtUp, Predicate<BrandGoalsSet> publisher) {
        this.goals = goals;
        this.caughtUp = caughtUp;
        this.publisher = publisher;
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
        require(caughtUp.getAsBoolean(), DecisionRejection.NOT_READY);
        var version = goals.find(brand).map(BrandGoalsSet::version).orElse(0L);
        require(
                command.expectedVersion() == null || command.expectedVersion().equals(version),
                DecisionRejection.VERSION_CONFLICT);
        var next = BrandGoalsSetBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .goals(command.goals())
                .by(command.by())
                .version(version + 1)
                .at(command.at())
                .build();
        require(goals.saveNextVersion(next), DecisionRejection.VERSION_CONFLICT);
        return publisher.test(next);
    }

    private static void require(boolean condition, DecisionRejection otherwise) {
        if (!condition) {
            throw new DecisionRejectedException(otherwise);
        }
    }
}
