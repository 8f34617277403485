package io.rapport.contracts.suggestion;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What is suggested about a person. */
public enum SuggestionKind {
    /** To thank the person. */
    THANK,
    /** To be introduced to the person, a client. */
    INTRODUCE,
    /** To get in touch before the person drifts away. */
    DRIFTING,
    /** To welcome the person, who came back. */
    CAME_BACK,
    /** A kind this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
