package io.rapport.standalone.demo;

import io.rapport.contracts.engagement.StaffMember;
import io.rapport.messaging.Json;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/**
 * A made-up brand and what people talk about when they talk about it.
 *
 * @param brand its token in addresses
 * @param name what people call it
 * @param handle its own account's name on every channel
 * @param timeZone IANA zone id
 * @param currency ISO 4217
 * @param price of a typical purchase
 * @param answerTargetMinutes within how many minutes it means to answer
 * @param channels where its people are, the busiest first
 * @param cultures where its people's names come from, as in {@code names.txt}
 * @param staff its team
 * @param products what it sells
 * @param places where it does
 * @param keywords what people search for before they find it
 * @param complaint the one that goes around
 */
public record DemoBrand(
        String brand,
        String name,
        String handle,
        String timeZone,
        String currency,
        BigDecimal price,
        int answerTargetMinutes,
        List<String> channels,
        List<String> cultures,
        List<StaffMember> staff,
        List<String> products,
        List<String> places,
        List<String> keywords,
        String complaint) {

    /** The three brands of the demo. */
    public static List<DemoBrand> all() {
        return List.of(Json.mapper().readValue(Phrases.text("brands.json"), DemoBrand[].class));
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
