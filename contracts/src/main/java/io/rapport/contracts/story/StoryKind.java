package io.rapport.contracts.story;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The kind of a story. */
public enum StoryKind {
    /** Something that the relationship made possible. */
    SUCCESS,
    /** Something that could come of it. */
    OPPORTUNITY,
    /** An invitation to speak, to write or to take part. */
    INVITATION,
    /** A kind this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
