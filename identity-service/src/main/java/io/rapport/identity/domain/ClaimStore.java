package io.rapport.identity.domain;

import java.util.Collection;
import java.util.Map;

/** Where claims are kept, found by their id only. */
public interface ClaimStore {

    /** Those of the claims that anybody makes. */
    Map<String, Claim> find(Collection<String> ids);

    /** Adds the handles and clients of each to those that make the same claim already. */
    void add(Collection<Claim> claims);
}
