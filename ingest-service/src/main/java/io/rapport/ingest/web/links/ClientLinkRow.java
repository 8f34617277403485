package io.rapport.ingest.web.links;

import io.rapport.contracts.access.LinkIssued;
import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client link as the page shows it.
 *
 * @param month the only month that it shows; null for all of the brand
 * @param password whether it asks for a password
 * @param expired whether it has expired
 */
record ClientLinkRow(
        UUID id, String name, @Nullable String month, boolean password, String expiresAt, boolean expired) {

    static ClientLinkRow of(LinkIssued link, Instant now) {
        return new ClientLinkRow(
                link.id(),
                PageText.line(link.name()),
                link.month(),
                link.password() != null,
                PageText.time(link.expiresAt()),
                link.isExpired(now));
    }
}
