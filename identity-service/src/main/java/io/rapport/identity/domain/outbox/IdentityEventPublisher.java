package io.rapport.identity.domain.outbox;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.person.PersonKey;
import java.util.Collection;

/** Publishes identity events. Each method returns when the broker has acknowledged all of them (acks=all). */
public interface IdentityEventPublisher {

    /**
     * Publishes assignments.
     *
     * @throws NotPublishedException if one was not acknowledged
     */
    void publishHandles(Collection<HandleAssigned> states);

    /**
     * Publishes people.
     *
     * @throws NotPublishedException if one was not acknowledged
     */
    void publishPeople(Collection<PersonDescribed> states);

    /**
     * Publishes matching policies.
     *
     * @throws NotPublishedException if one was not acknowledged
     */
    void publishPolicies(Collection<PolicySet> states);

    /**
     * Publishes an erasure.
     *
     * @throws NotPublishedException if it was not acknowledged
     */
    void publishErasure(PersonErased state);

    /**
     * Publishes tombstones.
     *
     * @param clients keys of client rows
     * @throws NotPublishedException if one was not acknowledged
     */
    void publishTombstones(Collection<HandleKey> handles, Collection<PersonKey> people, Collection<String> clients);
}
