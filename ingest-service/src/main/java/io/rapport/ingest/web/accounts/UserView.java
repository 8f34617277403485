package io.rapport.ingest.web.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.access.UserRole;
import io.rapport.ingest.domain.user.InvitationState;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user in a response.
 *
 * @param brands the brands that the user is limited to; empty for all brands of the agency
 * @param active whether the user has a password and can sign in
 * @param invitation the state of the last invitation; omitted for none
 * @param invitedUntil the time at which the last invitation expires; omitted for none
 * @param link the link of a new invitation; only in the response to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserView(
        UUID id,
        String email,
        String name,
        UserRole role,
        Set<String> brands,
        boolean active,
        @Nullable InvitationState invitation,
        @Nullable Instant invitedUntil,
        @Nullable String link) {

    static UserView of(UserRegistered user, Instant now, @Nullable String link) {
        var invitation = user.invitation();
        return new UserView(
                user.id(),
                user.email(),
                user.name(),
                user.role(),
                user.brands(),
                user.password() != null,
                invitation == null ? null : InvitationState.of(invitation, now),
                invitation == null ? null : invitation.expiresAt(),
                link);
    }
}
