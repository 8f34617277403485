package io.rapport.ingest.web.admin;

import io.rapport.contracts.access.TokenIssued;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Looks up the issued tokens of all agencies, including expired ones. */
public interface IssuedTokenLookup {

    /** Returns all tokens, unordered. */
    Collection<TokenIssued> all();

    /** Returns the time at which a token was last used, to the hour; null if it was not used. */
    @Nullable
    Instant lastUsed(TokenIssued token);
}
