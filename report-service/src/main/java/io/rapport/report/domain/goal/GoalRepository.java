package io.rapport.report.domain.goal;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.report.domain.decision.DecisionRepository;
import java.util.Optional;

/** Goals of brands, one state for each brand. */
public interface GoalRepository extends DecisionRepository<BrandGoalsSet> {

    /** The goals of a brand; empty if none were ever set. */
    Optional<BrandGoalsSet> find(BrandKey brand);
}
