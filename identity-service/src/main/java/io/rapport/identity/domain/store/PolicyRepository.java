package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where brands' policies are kept. */
public interface PolicyRepository {

    /** The brand's policy, if one was ever set. */
    Optional<PolicySet> find(BrandKey brand);

    /** Stores a policy, still to be published, if it follows the version stored; the first has version 1. */
    boolean replace(PolicySet next);

    /** Notes that this state was published, if it is still stored. */
    void markPublished(PolicySet state);

    /** Policies still to be published. */
    List<PolicySet> findUnpublished();

    /** Takes over published policies, where they are newer. */
    void restore(Collection<PolicySet> states);
}
