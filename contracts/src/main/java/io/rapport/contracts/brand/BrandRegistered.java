package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brand as it is registered now: the full state.
 *
 * @param name the display name
 * @param timeZone IANA zone id in which its days begin
 * @param clock what determines the current day
 * @param staff the handles of its own team
 * @param paidMarkers hashtags and words that mark a message as paid, such as {@code #ad}
 * @param answerTargetMinutes its target for answers in minutes; null when it has none
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the registration or change
 * @param prices its unit prices for the value streams; null when it has none
 * @param bots the automated accounts it has named, at most 1 000; null when it has named none
 * @param country ISO 3166-1 alpha-2 code of the country of telephone numbers in national form; null when there is none
 * @param model the version of the standard model that a new brand is scored with until another one is activated; null, as for brands
 *     registered by earlier versions, for {@code standard-1}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
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
        @Nullable PriceList prices,
        @Nullable List<BotRule> bots,
        @Nullable String country,
        @Nullable String model) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
