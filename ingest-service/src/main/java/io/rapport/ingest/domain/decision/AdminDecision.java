package io.rapport.ingest.domain.decision;

import java.util.Optional;

/**
 * The current state of a decision that an administrator made: a brand registration, a token or a column mapping.
 *
 * @param key the topic key
 * @param version starts at 1 and increases with each change
 * @param event the full state, as it is published
 * @param withdrawn whether the decision was revoked; a tombstone is published then
 */
public record AdminDecision<E>(String key, long version, E event, boolean withdrawn) {

    /** The event; empty if the decision was revoked. */
    public Optional<E> validEvent() {
        return withdrawn ? Optional.empty() : Optional.of(event);
    }

    /** The next version of this decision, revoked. */
    public AdminDecision<E> withdraw() {
        return new AdminDecision<>(key, version + 1, event, true);
    }
}
