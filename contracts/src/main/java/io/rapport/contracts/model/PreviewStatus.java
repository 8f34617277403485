package io.rapport.contracts.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The state of a preview. */
public enum PreviewStatus {
    /** People are being compared. */
    RUNNING,
    /** The result is complete. */
    DONE,
    /** The active model, or more than one day, changed meanwhile; a new request is needed. */
    OUTDATED,
    /** A status this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
