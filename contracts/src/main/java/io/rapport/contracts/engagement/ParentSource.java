package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a message's parent is known. */
public enum ParentSource {
    /** The source named it. */
    OBSERVED,
    /** It was worked out. */
    INFERRED,
    /** The source names the first message only, never the one in between. */
    ROOT_ONLY,
    /** A way this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
