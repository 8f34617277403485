package io.rapport.contracts.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far a preview is. */
public enum PreviewStatus {
    /** People are being compared. */
    RUNNING,
    /** The result is there. */
    DONE,
    /** The active model, or more than one day, changed meanwhile: ask again. */
    OUTDATED,
    /** A status this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
