package io.rapport.ingest.web;

import io.rapport.contracts.access.TokenIssued;
import java.util.Collection;

/** The tokens that are valid or expired, of all agencies, as every service knows them. */
@FunctionalInterface
public interface IssuedTokens {

    /** All of them, in no order. */
    Collection<TokenIssued> all();
}
