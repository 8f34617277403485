package io.rapport.ingest.web.admin;

import io.rapport.contracts.access.TokenIssued;
import java.util.Collection;

/** The tokens that are valid or expired, of all agencies, as every service knows them. */
@FunctionalInterface
public interface IssuedTokenLookup {

    /** All of them, in no order. */
    Collection<TokenIssued> all();
}
