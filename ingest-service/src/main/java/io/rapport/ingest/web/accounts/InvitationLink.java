package io.rapport.ingest.web.accounts;

import io.rapport.ingest.domain.user.InvitedUser;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The link of an invitation, at the address that the administrator uses. */
final class InvitationLink {

    static final String PATH = "/invitations/";

    private InvitationLink() {}

    static String of(InvitedUser invited) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(PATH + invited.secret())
                .build()
                .toUriString();
    }
}
