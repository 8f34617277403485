package io.rapport.ingest.domain.decision;

/**
 * Something a human decided, as it stands now.
 *
 * @param key its topic key
 * @param version rises with each change, from 1
 * @param event the full state, as it is published
 * @param withdrawn whether it was taken back; then nothing is published for its key any more
 */
public record AdminDecision<E>(String key, long version, E event, boolean withdrawn) {

    /** The same decision taken back. */
    public AdminDecision<E> withdraw() {
        return new AdminDecision<>(key, version + 1, event, true);
    }
}
