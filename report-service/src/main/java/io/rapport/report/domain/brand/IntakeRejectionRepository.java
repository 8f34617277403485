package io.rapport.report.domain.brand;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.UUID;

/** The ids of what intake rejected and no replay has taken in. Every method is idempotent. */
public interface IntakeRejectionRepository {

    /** Adds rejections. */
    void save(BrandKey brand, Collection<UUID> rejected);

    /** Removes rejections that were replayed. */
    void delete(BrandKey brand, Collection<UUID> replayed);

    /** The number of rejections of a brand. */
    long count(BrandKey brand);
}
