package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.identity.domain.person.PersonKey;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Stores claims, by id. */
public interface ClaimRepository {

    /** The claims that have claimants. */
    Map<String, IdentifierClaim> find(Collection<String> ids);

    /** Adds handles and clients to the claimants of each claim. Idempotent. */
    void addClaimants(Collection<IdentifierClaim> claims);

    /** The ids of the brand's claims of these handles or clients. */
    Set<String> findIdsByClaimant(BrandKey brand, Collection<HandleKey> handles, Collection<PersonKey> clients);

    /** Removes claimants from these claims; a claim without claimants is deleted. */
    void removeClaimants(Collection<String> ids, Collection<HandleKey> handles, Collection<PersonKey> clients);
}
