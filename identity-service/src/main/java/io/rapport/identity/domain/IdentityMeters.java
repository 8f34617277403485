package io.rapport.identity.domain;

/** What identity counts. Every sighting that is not of a known handle is created, updated or unchanged. */
public interface IdentityMeters {

    /** Handles seen for the first time. */
    void created(int handles);

    /** Handles whose profile changed. */
    void updated(int handles);

    /** Two people became one by a rule. */
    void joined(String rule);

    /** Evidence that was not followed: somebody had said that these are not the same person. */
    void refused(String rule);
}
