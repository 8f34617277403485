package io.rapport.identity.domain.link;

/** What identity counts. Every sighting that is not of a known handle is created, updated or unchanged. */
public interface IdentityMetrics {

    /** Handles seen for the first time. */
    void countCreated(int handles);

    /** Handles whose profile changed. */
    void countUpdated(int handles);

    /** Two people became one by a rule. */
    void countJoin(String rule);

    /** Evidence that was not followed: somebody had said that these are not the same person. */
    void countRefusedJoin(String rule);
}
