package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The direction of an engagement. */
public enum Direction {
    /** From a person to the brand. */
    INBOUND,
    /** From the brand to a person. */
    OUTBOUND,
    /** A direction this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
