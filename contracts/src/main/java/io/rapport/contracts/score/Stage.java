package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The stage of a relationship, in ascending order. */
public enum Stage {
    STRANGER,
    KNOWS,
    LIKES,
    TRUSTS,
    ADVOCATE,
    /** A stage this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
