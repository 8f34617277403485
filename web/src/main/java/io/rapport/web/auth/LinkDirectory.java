package io.rapport.web.auth;

import io.rapport.contracts.access.LinkIssued;
import java.util.Optional;

/** The client links that were issued and not revoked. */
@FunctionalInterface
public interface LinkDirectory {

    /** The link with a topic key. It may have expired. */
    Optional<LinkIssued> byKey(String key);
}
