package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How the person of a handle was determined. */
public enum AssignmentStatus {
    /** By deterministic evidence or by a decision of a user; also a handle's own provisional person. */
    CONFIRMED,
    /** By a probabilistic match. */
    INFERRED,
    /** A status this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
