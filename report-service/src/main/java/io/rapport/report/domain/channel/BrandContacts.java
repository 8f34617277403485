package io.rapport.report.domain.channel;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.ChannelContact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The engagements of some days and of the {@value #DAYS_BEFORE} days before them, by person.
 *
 * @param days the days that figures are about
 * @param byPerson oldest first; only people with a relationship, in the order of their first contact
 * @param states the relationships of these people on the brand's current day
 * @param complete whether all engagements are read
 */
public record BrandContacts(
        DayInterval days,
        Map<UUID, List<ChannelContact>> byPerson,
        Map<UUID, RelationshipScoreChanged> states,
        boolean complete) {

    /** The days before a visit or a purchase in which an earlier contact led to it. */
    public static final int DAYS_BEFORE = 30;

    /**
     * Groups contacts by person.
     *
     * @param contacts oldest first
     * @param owners the persons of the handles
     */
    static BrandContacts of(
            DayInterval days,
            List<ChannelContact> contacts,
            Map<HandleKey, UUID> owners,
            Map<UUID, RelationshipScoreChanged> states,
            boolean complete) {
        var byPerson = new LinkedHashMap<UUID, List<ChannelContact>>();
        for (var contact : contacts) {
            var person = owners.get(contact.handle());
            if (person != null && states.containsKey(person)) {
                byPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(contact);
            }
        }
        return new BrandContacts(days, byPerson, states, complete);
    }

    /** The people who bought in the days. */
    List<UUID> buyers() {
        return byPerson.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(this::isPurchase))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a contact is a purchase in the days. */
    boolean isPurchase(ChannelContact contact) {
        return contact.isPurchase() && days.contains(contact.at());
    }
}
