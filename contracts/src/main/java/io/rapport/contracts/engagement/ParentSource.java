package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How the parent of a message was determined. */
public enum ParentSource {
    /** The source supplied it. */
    OBSERVED,
    /** It was inferred. */
    INFERRED,
    /** The source supplies the root message only, not the direct parent. */
    ROOT_ONLY,
    /** A method this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
