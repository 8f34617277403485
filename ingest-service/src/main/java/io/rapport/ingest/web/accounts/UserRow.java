package io.rapport.ingest.web.accounts;

import io.rapport.contracts.access.UserRegistered;
import io.rapport.ingest.domain.user.InvitationState;
import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.util.UUID;

/**
 * A user as the page shows it.
 *
 * @param role the name of the role
 * @param brands the brands the user is limited to; empty for all
 * @param state the key of the text of the state: {@code active}, {@code invited} or {@code expired}
 */
record UserRow(UUID id, String name, String email, String role, String brands, String state) {

    static UserRow of(UserRegistered user, Instant now) {
        return new UserRow(
                user.id(),
                PageText.line(user.name()),
                user.email(),
                user.role().name(),
                String.join(", ", user.brands()),
                state(user, now));
    }

    private static String state(UserRegistered user, Instant now) {
        if (user.password() != null) {
            return "active";
        }
        var invitation = user.invitation();
        return invitation != null && InvitationState.of(invitation, now) == InvitationState.OPEN
                ? "invited"
                : "expired";
    }
}
