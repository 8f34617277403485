package io.rapport.ingest.domain.user;

import io.rapport.contracts.access.UserInvitation;
import java.time.Instant;

/** Whether an invitation can be accepted. */
public enum InvitationState {
    OPEN,
    USED,
    EXPIRED;

    /** The state of an invitation at a time. */
    public static InvitationState of(UserInvitation invitation, Instant at) {
        if (invitation.acceptedAt() != null) {
            return USED;
        }
        return at.isBefore(invitation.expiresAt()) ? OPEN : EXPIRED;
    }
}
