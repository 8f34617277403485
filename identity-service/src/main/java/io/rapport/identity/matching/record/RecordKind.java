package io.rapport.identity.matching.record;

/** What a record stands for. */
public enum RecordKind {
    /** A row of the client list: a person by the brand's own word. */
    CLIENT,
    /** An account on a channel. */
    HANDLE
}
