package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brand as it is registered now: the full state.
 *
 * @param name what people call it
 * @param timeZone IANA zone id; its days begin there
 * @param clock what tells it which day it is
 * @param staff its own team's handles
 * @param paidMarkers words that mark a message as paid for, such as {@code #ad}
 * @param answerTargetMinutes within how many minutes it means to answer; null when it set none
 * @param version rises with each change; readers drop what is not newer
 * @param at when it was registered or changed
 * @param prices what things cost it, for the value streams; null when it told none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrandRegistered(
        String agency,
        String brand,
        String name,
        String timeZone,
        BrandClock clock,
        List<StaffHandle> staff,
        List<String> paidMarkers,
        @Nullable Integer answerTargetMinutes,
        long version,
        Instant at,
        @Nullable PriceList prices) {

    /** A brand that told no prices. */
    public BrandRegistered(
            String agency,
            String brand,
            String name,
            String timeZone,
            BrandClock clock,
            List<StaffHandle> staff,
            List<String> paidMarkers,
            @Nullable Integer answerTargetMinutes,
            long version,
            Instant at) {
        this(agency, brand, name, timeZone, clock, staff, paidMarkers, answerTargetMinutes, version, at, null);
    }

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
