package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far a relationship has come, lowest first. */
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
