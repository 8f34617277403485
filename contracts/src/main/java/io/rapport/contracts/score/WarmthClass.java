package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How recently there was a personal touch. */
public enum WarmthClass {
    /** Warmth of 50 or more. */
    WARM,
    /** Between. */
    COOL,
    /** Warmth below 15. */
    COLD,
    /** A class this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
