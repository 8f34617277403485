package io.rapport.demo;

import io.rapport.contracts.engagement.StaffMember;
import io.rapport.messaging.json.Json;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/**
 * A made-up brand, with the values that are inserted into texts about it.
 *
 * @param brand the brand's token in URLs
 * @param name the display name
 * @param handle the account name of the brand on every channel
 * @param timeZone IANA zone id
 * @param price the median price of a purchase
 * @param answerTargetMinutes the answer target, in minutes
 * @param channels the channels, the most used first
 * @param cultures the sections of {@code names.txt} for the names of people
 * @param staff the team
 * @param products names of products
 * @param places names of places
 * @param prices the prices of advertisements and of a private answer
 * @param complaint the text of the complaint that is widely shared
 * @param badWeek whether deliveries fail in the last week
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
