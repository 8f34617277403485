package io.rapport.ingest.web.admin;

import io.rapport.contracts.access.TokenIssued;
import java.util.Collection;

/** Looks up the issued tokens of all agencies, including expired ones. */
@FunctionalInterface
public interface IssuedTokenLookup {

    /** Returns all tokens, unordered. */
    Collection<TokenIssued> all();
}
