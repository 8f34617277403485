package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a score was published again. */
public enum ChangeReason {
    ENGAGEMENT,
    DAY_TURNED,
    IDENTITY_CHANGED,
    MODEL_CHANGED,
    ERASED,
    /** A reason this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
