package io.rapport.report.domain.goal;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandGoalsSet;
import java.util.Collection;
import java.util.Optional;

/** Goals of brands, one state for each brand. A state and its entry in the outbox are one document. */
public interface GoalRepository {

    /** The goals of a brand; empty if none were ever set. */
    Optional<BrandGoalsSet> find(BrandKey brand);

    /**
     * Compare-and-set: saves the next version as pending, if the version before it is the stored one.
     *
     * @return false if it is not; nothing is changed then
     */
    boolean saveNextVersion(BrandGoalsSet goals);

    /** Saves published goals; of each brand the highest version is kept. */
    void saveNewer(Collection<BrandGoalsSet> published);
}
