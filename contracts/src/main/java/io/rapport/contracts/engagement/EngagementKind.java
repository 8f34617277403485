package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What kind of interaction it was. Writers of state rely on the order: add new kinds before {@link #UNKNOWN} only. */
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
    /** The brand speaks to nobody in particular; outbound only. It feeds content figures, never a person. */
    POST,
    /** A kind this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
