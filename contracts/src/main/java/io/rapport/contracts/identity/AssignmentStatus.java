package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How we know which person a handle belongs to. */
public enum AssignmentStatus {
    /** By deterministic evidence or a human's decision; a handle's own provisional person is confirmed too. */
    CONFIRMED,
    /** By a probabilistic match. */
    INFERRED,
    /** A way this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
