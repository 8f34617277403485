package io.rapport.web.session;

import io.rapport.contracts.access.SessionOpened;
import io.rapport.web.problem.ProblemException;
import java.util.Optional;

/** The sessions of all services, by the hash of their value. */
public interface SessionStore {

    /**
     * A session that was opened and not closed. It may have expired.
     *
     * @throws ProblemException 503 until the sessions have been read
     */
    Optional<SessionOpened> find(String hash);

    /**
     * Opens a session, here at once and in the other services shortly afterwards.
     *
     * @throws ProblemException 503 if it cannot be stored
     */
    void open(SessionOpened session);

    /** Replaces an open session, without waiting until that is stored. A session that was closed stays closed. */
    void update(SessionOpened session);

    /**
     * Closes a session for good, here at once and in the other services shortly afterwards.
     *
     * @throws ProblemException 503 if that cannot be stored
     */
    void close(String hash);
}
