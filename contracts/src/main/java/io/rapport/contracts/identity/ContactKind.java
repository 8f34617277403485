package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The kinds of values by which people are recognised. */
public enum ContactKind {
    EMAIL,
    PHONE,
    /** An account on a channel. */
    ACCOUNT,
    /** A kind this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
