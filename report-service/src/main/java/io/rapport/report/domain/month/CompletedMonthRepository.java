package io.rapport.report.domain.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.report.domain.decision.DecisionRepository;
import java.util.Optional;

/** The newest completed month of each brand. */
public interface CompletedMonthRepository extends DecisionRepository<MonthCompleted> {

    /** The newest completed month of a brand; empty before the first. */
    Optional<MonthCompleted> find(BrandKey brand);
}
