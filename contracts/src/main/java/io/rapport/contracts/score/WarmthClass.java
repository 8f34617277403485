package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The warmth of a relationship as a class. */
public enum WarmthClass {
    /** Warmth of 50 or more. */
    WARM,
    /** Warmth from 15 to below 50. */
    COOL,
    /** Warmth below 15. */
    COLD,
    /** A class this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
