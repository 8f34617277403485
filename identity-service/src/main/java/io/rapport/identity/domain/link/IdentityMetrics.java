package io.rapport.identity.domain.link;

/** Counts identity's work. Every sighting that the cache does not cover is created, updated or unchanged. */
public interface IdentityMetrics {

    /** Counts handles seen for the first time. */
    void countCreated(int handles);

    /** Counts handles whose profile changed. */
    void countUpdated(int handles);

    /** Counts a join by a rule. */
    void countJoin(String rule);

    /** Counts evidence that was ignored because the two people are recorded as distinct. */
    void countRefusedJoin(String rule);
}
