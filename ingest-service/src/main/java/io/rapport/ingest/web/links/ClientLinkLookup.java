package io.rapport.ingest.web.links;

import io.rapport.contracts.access.LinkIssued;
import java.util.Collection;

/** Looks up the issued links of all agencies, including expired ones. */
@FunctionalInterface
public interface ClientLinkLookup {

    /** Returns all links, unordered. */
    Collection<LinkIssued> all();
}
