package io.rapport.identity.domain.store;

import io.rapport.identity.domain.person.PersonKey;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where claims are kept, found by their id only. */
public interface ClaimRepository {

    /** Those of the claims that anybody makes. */
    Map<String, IdentifierClaim> find(Collection<String> ids);

    /** Adds the handles and clients of each to those that make the same claim already. */
    void addClaimants(Collection<IdentifierClaim> claims);

    /** The brand's claims that any of these handles or clients makes. */
    Set<String> findIdsByClaimant(BrandKey brand, Collection<HandleKey> handles, Collection<PersonKey> clients);

    /** Takes handles and clients out of these claims; a claim that nobody makes any more is gone. */
    void removeClaimants(Collection<String> ids, Collection<HandleKey> handles, Collection<PersonKey> clients);
}
