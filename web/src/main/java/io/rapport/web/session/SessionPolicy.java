package io.rapport.web.session;

import io.rapport.contracts.access.SessionOpened;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a session is valid.
 *
 * @param lifetime the time until it expires, however it is used
 * @param idle the time until it expires without a request
 */
public record SessionPolicy(Duration lifetime, Duration idle) {

    /** Uses are recorded so many times in the idle time at most: a session is not published with every request. */
    private static final int RECORDED = 24;

    boolean isValid(SessionOpened session, Instant at) {
        return at.isBefore(session.expiresAt()) && at.isBefore(session.usedAt().plus(idle));
    }

    boolean isUseDue(SessionOpened session, Instant at) {
        return !at.isBefore(session.usedAt().plus(idle.dividedBy(RECORDED)));
    }
}
