package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The value streams, each labelled for what it is. */
public enum ValueKind {
    /** Purchases with an amount. */
    DIRECT_SALES,
    /** Purchases that touches came before: their amounts, shared over the touches of the 90 days before. */
    ASSISTED_SALES,
    /** Purchases of people whom somebody sent. */
    REFERRAL,
    /** Cost avoided: visits from search, at what their keywords' clicks cost. */
    SEARCH_COST_AVOIDED,
    /** Cost avoided: answers given in public, at what one in private costs. */
    SERVICE_SAVED,
    /** Time the brand spent. */
    HOURS_INVESTED,
    /** A stream this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
