package io.rapport.identity.domain.outbox;

import io.rapport.identity.domain.person.PersonKey;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import java.util.Collection;

/** Tells the other services. */
public interface IdentityEventPublisher {

    /**
     * Publishes assignments; returns when all are acknowledged.
     *
     * @throws NotAnnounced if one was not
     */
    void publishHandles(Collection<HandleAssigned> states);

    /**
     * Publishes people; returns when all are acknowledged.
     *
     * @throws NotAnnounced if one was not
     */
    void publishPeople(Collection<PersonDescribed> states);

    /**
     * Publishes policies; returns when all are acknowledged.
     *
     * @throws NotAnnounced if one was not
     */
    void publishPolicies(Collection<PolicySet> states);

    /**
     * Publishes an erasure; returns when it is acknowledged.
     *
     * @throws NotAnnounced if it was not
     */
    void publishErasure(PersonErased state);

    /**
     * Publishes tombstones; returns when all are acknowledged.
     *
     * @param clients keys of rows of the client list
     * @throws NotAnnounced if one was not
     */
    void publishTombstones(Collection<HandleKey> handles, Collection<PersonKey> people, Collection<String> clients);

    /** The broker is away. What was to be published is kept and published later. */
    final class NotPublishedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        /** Because of the given failure. */
        public NotPublishedException(Throwable cause) {
            super("Not published yet: " + cause, cause);
        }
    }
}
