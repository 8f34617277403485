package io.rapport.ingest.domain.user;

import io.rapport.contracts.access.UserRegistered;

/**
 * A user with the secret of a new invitation.
 *
 * @param secret in clear; it is returned to the administrator once and not stored
 */
public record InvitedUser(UserRegistered user, String secret) {

    /** Omits the secret, which must not be logged. */
    @Override
    public String toString() {
        return "InvitedUser[" + user.key() + "]";
    }
}
