package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What determines the current day of a brand. */
public enum BrandClock {
    /** The wall clock, in the brand's time zone. */
    @JsonEnumDefaultValue
    LIVE,
    /** The latest day of any engagement: for replays, demos and tests. */
    EVENT
}
