package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stores the matching policy of each brand. */
public interface PolicyRepository {

    /** The brand's policy, if it ever set one. */
    Optional<PolicySet> find(BrandKey brand);

    /** Compare-and-set: saves an unpublished policy if the preceding version is stored; the first version is 1. */
    boolean replace(PolicySet next);

    /** Marks a state as published if it is still stored. */
    void markPublished(PolicySet state);

    /** Unpublished policies. */
    List<PolicySet> findUnpublished();

    /** Saves published policies that are newer than the stored ones. */
    void restore(Collection<PolicySet> states);
}
