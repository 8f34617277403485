package io.rapport.identity.matching.record;

/** The kind of a record. */
public enum RecordKind {
    /** A row of the client list: a person as stated by the brand. */
    CLIENT,
    /** An account on a channel. */
    HANDLE
}
