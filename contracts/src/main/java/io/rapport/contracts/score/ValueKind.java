package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The kinds of value streams. */
public enum ValueKind {
    /** Purchases with an amount. */
    DIRECT_SALES,
    /** Purchases preceded by touches: their amounts, shared among the touches of the previous 90 days. */
    ASSISTED_SALES,
    /** Purchases of referred people. */
    REFERRAL,
    /** Cost avoided: visits from search, at the click price of their keywords. */
    SEARCH_COST_AVOIDED,
    /** Cost avoided: public answers, at the cost of a private one. */
    SERVICE_SAVED,
    /** Time the brand spent. */
    HOURS_INVESTED,
    /** Citations and links of others: a count, not an amount of money. */
    AUTHORITY,
    /** A stream this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
