package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The kind of interaction. State codecs rely on the ordinal: add new kinds before {@link #UNKNOWN} only. */
public enum EngagementKind {
    VISIT,
    REACTION,
    FOLLOW,
    UNFOLLOW,
    COMMENT,
    REPLY,
    MENTION,
    SHARE,
    QUOTE,
    MESSAGE,
    REVIEW,
    REFERRAL,
    CITATION,
    INVITATION,
    PURCHASE,
    MEETING,
    CALL,
    EMAIL,
    THANKS,
    INTRODUCTION,
    /** A public post of the brand; outbound only. It counts in content figures, never for a person. */
    POST,
    /** A kind this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
