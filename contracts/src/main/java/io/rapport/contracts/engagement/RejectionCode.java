package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why an engagement was rejected. */
public enum RejectionCode {
    /** Not JSON, or not an object. */
    UNPARSEABLE,
    /** A field that every engagement has is missing. */
    MISSING_FIELD,
    /** A field has a value it cannot have. */
    INVALID_FIELD,
    /** A kind or direction that does not exist. */
    UNKNOWN_VALUE,
    /** {@code occurredAt} is more than five minutes after arrival. */
    IN_THE_FUTURE,
    /** {@code occurredAt} is before 2004. */
    TOO_OLD,
    /** More than an engagement may hold. */
    TOO_LARGE,
    /** The same source event came before with another body. */
    CONFLICT,
    /** No such brand is registered. */
    UNKNOWN_BRAND,
    /** It is of somebody who was erased. What arrived is not kept. */
    SUPPRESSED,
    /** A reason this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
