package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why an engagement was rejected. */
public enum RejectionCode {
    /** Not JSON, or not an object. */
    UNPARSEABLE,
    /** A required field is missing. */
    MISSING_FIELD,
    /** A field has an invalid value. */
    INVALID_FIELD,
    /** A kind or direction that does not exist. */
    UNKNOWN_VALUE,
    /** {@code occurredAt} is more than five minutes after arrival. */
    IN_THE_FUTURE,
    /** {@code occurredAt} is before 2004. */
    TOO_OLD,
    /** The input exceeds a size limit. */
    TOO_LARGE,
    /** The same source event was received before with another body. */
    CONFLICT,
    /** No such brand is registered. */
    UNKNOWN_BRAND,
    /** No brand is connected with the account of the platform. */
    UNKNOWN_ACCOUNT,
    /** It belongs to an erased person. The input is not stored. */
    SUPPRESSED,
    /** A reason this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
