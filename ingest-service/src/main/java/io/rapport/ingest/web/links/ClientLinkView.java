package io.rapport.ingest.web.links;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.ingest.domain.link.ClientLinkService.IssuedLink;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A client link in a response.
 *
 * @param name who it is for
 * @param month the only month that it shows; omitted for all of the brand
 * @param password whether it asks for a password
 * @param link the link itself; only in the response to its issue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientLinkView(
        UUID id,
        String name,
        @Nullable String month,
        boolean password,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String link) {

    static ClientLinkView of(LinkIssued link) {
        return of(link, null);
    }

    static ClientLinkView of(IssuedLink issued) {
        return of(issued.link(), address(issued));
    }

    /** The address of a link, as the administrator reaches this service. */
    static String address(IssuedLink issued) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment(
                        "links",
                        issued.link().agency(),
                        issued.link().brand(),
                        issued.link().id().toString(),
                        issued.secret())
                .build()
                .toUriString();
    }

    private static ClientLinkView of(LinkIssued link, @Nullable String address) {
        return new ClientLinkView(
                link.id(),
                link.name(),
                link.month(),
                link.password() != null,
                link.issuedAt(),
                link.expiresAt(),
                address);
    }
}
