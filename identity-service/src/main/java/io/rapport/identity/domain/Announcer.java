package io.rapport.identity.domain;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PolicySet;
import java.util.Collection;

/** Tells the other services. */
public interface Announcer {

    /**
     * Publishes assignments; returns when all are acknowledged.
     *
     * @throws NotAnnounced if one was not
     */
    void handles(Collection<HandleAssigned> states);

    /**
     * Publishes people; returns when all are acknowledged.
     *
     * @throws NotAnnounced if one was not
     */
    void people(Collection<PersonDescribed> states);

    /**
     * Publishes policies; returns when all are acknowledged.
     *
     * @throws NotAnnounced if one was not
     */
    void policies(Collection<PolicySet> states);

    /** The broker is away. What was to be published is kept and published later. */
    final class NotAnnounced extends RuntimeException {

        private static final long serialVersionUID = 1;

        /** Because of the given failure. */
        public NotAnnounced(Throwable cause) {
            super("Not published yet: " + cause, cause);
        }
    }
}
