package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who turned to whom. */
public enum Direction {
    /** They turned to the brand. */
    INBOUND,
    /** The brand turned to them. */
    OUTBOUND,
    /** A direction this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
