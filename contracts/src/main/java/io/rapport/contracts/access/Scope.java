package io.rapport.contracts.access;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a token permits. */
public enum Scope {
    /** Send engagements and lists. */
    INGEST,
    /** Read people, scores and reports. */
    READ,
    /** All of the above, and register, merge, split, erase, and issue tokens. */
    ADMIN,
    /** A scope this reader is too old to know; it allows nothing. */
    @JsonEnumDefaultValue
    UNKNOWN
}
