package io.rapport.demo;

import io.rapport.contracts.engagement.StaffMember;
import io.rapport.messaging.json.Json;
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
 * @param price of a typical purchase
 * @param answerTargetMinutes within how many minutes it means to answer
 * @param channels where its people are, the busiest first
 * @param cultures where its people's names come from, as in {@code names.txt}
 * @param staff its team
 * @param products what it sells
 * @param places where it does
 * @param prices what advertisements for what people search for cost it, and an answer; in the currency it sells in
 * @param complaint the one that goes around
 * @param badWeek whether its deliveries go wrong in the last week
 */
public record DemoBrand(
        String brand,
        String name,
        String handle,
        String timeZone,
        BigDecimal price,
        int answerTargetMinutes,
        List<String> channels,
        List<String> cultures,
        List<StaffMember> staff,
        List<String> products,
        List<String> places,
        DemoPrices prices,
        String complaint,
        boolean badWeek) {

    /** The three brands of the demo. */
    public static List<DemoBrand> all() {
        return List.of(Json.mapper().readValue(PhraseBook.text("brands.json"), DemoBrand[].class));
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
