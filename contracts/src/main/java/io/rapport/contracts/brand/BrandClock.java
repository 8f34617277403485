package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What tells a brand which day it is. */
public enum BrandClock {
    /** The wall clock, in the brand's time zone. */
    @JsonEnumDefaultValue
    LIVE,
    /** The latest day an engagement happened on: history being replayed, demos, tests. */
    EVENT
}
