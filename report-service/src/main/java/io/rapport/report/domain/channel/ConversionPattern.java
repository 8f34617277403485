package io.rapport.report.domain.channel;

import io.rapport.report.domain.engagement.ChannelContact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where people stood before they bought for the first time: what most of them had in common.
 *
 * @param conversions the first purchases that it is read from
 * @param contacts the median number of engagements in the 30 days before, at least 1; the lower one of two
 * @param channel where most of them were seen before they bought; null if they were seen nowhere
 * @param through the number of those who were seen there
 */
public record ConversionPattern(
        long conversions, long contacts, @Nullable String channel, long through) {

    private static final Duration BEFORE = Duration.ofDays(BrandContacts.DAYS_BEFORE);

    /** A person who stands where others stood before they bought. */
    public record SimilarPerson(UUID person, long contacts) {}

    /**
     * The first purchases of the days, newest first.
     *
     * @param earlier people who bought before the contacts that are read
     */
    static List<Conversion> conversions(BrandContacts contacts, Set<UUID> earlier) {
        return contacts.buyers().stream()
                .filter(person -> !earlier.contains(person))
                .flatMap(person -> conversion(contacts, person).stream())
                .sorted(Comparator.comparing(Conversion::at).reversed().thenComparing(Conversion::person))
                .toList();
    }

    private static List<Conversion> conversion(BrandContacts contacts, UUID person) {
        var own = contacts.byPerson().getOrDefault(person, List.of());
        for (int i = 0; i < own.size(); i++) {
            var contact = own.get(i);
            if (contact.isPurchase()) {
                // The first purchase that is read; before the days it is no conversion of them.
                return contacts.isPurchase(contact) ? List.of(conversion(contacts, person, own, i)) : List.of();
            }
        }
        return List.of();
    }

    private static Conversion conversion(BrandContacts contacts, UUID person, List<ChannelContact> own, int index) {
        var purchase = own.get(index);
        var state = contacts.states().get(person);
        return new Conversion(
                person,
                purchase.at(),
                purchase.handle().channel(),
                state == null ? null : state.firstSeen(),
                ChannelComparison.otherChannelsBefore(own, index),
                countInbound(own.subList(0, index), purchase.at().minus(BEFORE)));
    }

    /** What these conversions have in common; null without any. */
    static @Nullable ConversionPattern of(List<Conversion> conversions) {
        if (conversions.isEmpty()) {
            return null;
        }
        var counts = conversions.stream().map(Conversion::contacts).sorted().toList();
        var channels = new TreeMap<String, Long>();
        conversions.forEach(each -> each.path().forEach(channel -> channels.merge(channel, 1L, Long::sum)));
        var most = channels.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
        return new ConversionPattern(
                conversions.size(),
                Math.max(1, counts.get((counts.size() - 1) / 2)),
                most.map(Map.Entry::getKey).orElse(null),
                most.map(Map.Entry::getValue).orElse(0L));
    }

    /**
     * People off the client list who did not buy and stand there on the last of the days: as many engagements or more in the last
     * 30 days, also on the channel; those with most first.
     */
    List<SimilarPerson> findSimilar(BrandContacts contacts, int limit) {
        var start = contacts.days().last(BrandContacts.DAYS_BEFORE).start();
        var similar = new ArrayList<SimilarPerson>();
        contacts.byPerson().forEach((person, own) -> {
            var state = contacts.states().get(person);
            if (state != null && !state.client() && stands(own, start)) {
                similar.add(new SimilarPerson(person, countInbound(own, start)));
            }
        });
        return similar.stream()
                .sorted(Comparator.comparingLong(SimilarPerson::contacts)
                        .reversed()
                        .thenComparing(SimilarPerson::person))
                .limit(limit)
                .toList();
    }

    private boolean stands(List<ChannelContact> own, Instant start) {
        return own.stream().noneMatch(ChannelContact::isPurchase)
                && countInbound(own, start) >= contacts
                && (channel == null
                        || own.stream()
                                .anyMatch(each -> each.isInbound()
                                        && !each.at().isBefore(start)
                                        && each.handle().channel().equals(channel)));
    }

    private static long countInbound(List<ChannelContact> own, Instant start) {
        return own.stream()
                .filter(each -> each.isInbound() && !each.at().isBefore(start))
                .count();
    }
}
