package io.rapport.report.domain.channel;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ConversionPattern.SimilarPerson;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.ChannelContact;
import io.rapport.report.domain.engagement.EngagementRange;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who became a buyer, and who stands where they stood before. It begins with the purchases of the days, so that it is complete
 * however many other engagements a brand has, and reads a fixed number of times.
 */
public final class ConversionReport {

    /** The maximum number of people who are compared with those who bought. */
    public static final int MAX_CANDIDATES = 100;

    /** The maximum number of people whose first purchases are found. */
    public static final int MAX_BUYERS = 500;

    private static final int MAX_PURCHASES = 5_000;
    private static final int PURCHASES_PER_PAGE = 1_000;
    private static final int MAX_CONTACTS = 20_000;
    private static final int MAX_SIMILAR = 20;
    private static final PeopleSorting GIVING_MOST = new PeopleSorting(PeopleOrder.THEY_TO_US, true);

    private final BrandEngagementRepository brandEngagements;
    private final EngagementRepository engagements;
    private final PersonDirectory directory;
    private final PeopleReport people;

    /** A report on these sources. */
    public ConversionReport(
            BrandEngagementRepository brandEngagements,
            EngagementRepository engagements,
            PersonDirectory directory,
            PeopleReport people) {
        this.brandEngagements = brandEngagements;
        this.engagements = engagements;
        this.directory = directory;
        this.people = people;
    }

    /**
     * Who became a buyer.
     *
     * @param conversions newest first
     * @param pattern what they have in common; null without any
     * @param similar who stands there, and did not buy
     * @param complete whether all purchases and the contacts before them are read; otherwise the newest
     * @param people their names
     */
    public record ConversionsOfBrand(
            List<Conversion> conversions,
            @Nullable ConversionPattern pattern,
            List<SimilarPerson> similar,
            boolean complete,
            Function<UUID, KnownPerson> people) {}

    /**
     * The people who bought in some days.
     *
     * @param conversions of those who had not bought before, newest first
     * @param count also of the conversions that are left out
     * @param complete as that of {@link ConversionsOfBrand}
     */
    public record BuyersOfDays(Set<UUID> buyers, List<Conversion> conversions, long count, boolean complete) {}

    /** The people off the client list who were seen in the last 30 of the days, those who gave most first. */
    public List<UUID> findCandidates(BrandKey brand, AsOfDay asOf, DayInterval days) {
        var filter = PeopleFilter.EVERYONE
                .withFlags(new PeopleFilter.FlagFilter(null, null, false, null))
                .withDays(new PeopleFilter.LastSeenFilter(
                        days.last(BrandContacts.DAYS_BEFORE).from(), null));
        return people.list(brand, asOf, new PeopleQuery(GIVING_MOST, filter, null, MAX_CANDIDATES)).stream()
                .map(person -> person.state().person())
                .toList();
    }

    /**
     * Who became a buyer in some days, at most the latest 500, and who of these candidates stands where they stood.
     *
     * @param asOf the day of the relationships
     */
    public ConversionsOfBrand find(BrandKey brand, AsOfDay asOf, DayInterval days, Collection<UUID> candidates) {
        return compare(brand, asOf, days, findBuyers(brand, asOf, days, MAX_BUYERS), candidates);
    }

    /**
     * The people who bought in some days.
     *
     * @param limit the maximum number of conversions: those of the latest buyers, whose contacts are read
     */
    public BuyersOfDays findBuyers(BrandKey brand, AsOfDay asOf, DayInterval days, int limit) {
        var buyers = new LinkedHashSet<UUID>();
        var isComplete = addBuyers(buyers, brand, days);
        var firstBuyers = findHandles(brand, buyers.stream().limit(MAX_BUYERS).toList());
        firstBuyers.values().removeAll(findBuyers(brand, firstBuyers, days.start()));
        var people = new LinkedHashSet<>(firstBuyers.values());
        var read = people.stream().limit(limit).collect(Collectors.toSet());
        firstBuyers.values().retainAll(read);
        var start = days.withDaysBefore(BrandContacts.DAYS_BEFORE).start();
        var contacts = read(brand, asOf, days, firstBuyers, start);
        var conversions = ConversionPattern.conversions(contacts, Set.of());
        var others = people.size() - read.size();
        return new BuyersOfDays(
                buyers, conversions, conversions.size() + others, isComplete && others == 0 && contacts.complete());
    }

    /** Adds the buyers of the days, latest first, until there are more than are compared; returns whether they are all. */
    private boolean addBuyers(Set<UUID> buyers, BrandKey brand, DayInterval days) {
        var seen = new HashSet<UUID>();
        var end = days.end();
        while (buyers.size() <= MAX_BUYERS && seen.size() < MAX_PURCHASES) {
            var page = brandEngagements.findPurchases(brand, days.start(), end, PURCHASES_PER_PAGE);
            var purchases = page.stream().filter(each -> seen.add(each.id())).toList();
            var owners = directory.findOwners(
                    brand,
                    purchases.stream().map(ChannelContact::handle).distinct().toList());
            purchases.forEach(
                    each -> Stream.ofNullable(owners.get(each.handle())).forEach(buyers::add));
            if (page.size() < PURCHASES_PER_PAGE) {
                return buyers.size() <= MAX_BUYERS;
            }
            if (purchases.isEmpty()) {
                return false;
            }
            // Those of the last time may continue on the next page.
            end = page.get(page.size() - 1).at().plusMillis(1);
        }
        return false;
    }

    /** As {@link #find}, of buyers that were found. */
    public ConversionsOfBrand compare(
            BrandKey brand, AsOfDay asOf, DayInterval days, BuyersOfDays bought, Collection<UUID> candidates) {
        var conversions = bought.conversions();
        var pattern = ConversionPattern.of(conversions);
        var others = candidates.stream()
                .filter(each -> !bought.buyers().contains(each))
                .toList();
        var similar = pattern == null ? List.<SimilarPerson>of() : findSimilar(brand, asOf, days, pattern, others);
        var named = Stream.concat(
                        conversions.stream().map(Conversion::person),
                        similar.stream().map(SimilarPerson::person))
                .toList();
        return new ConversionsOfBrand(
                conversions, pattern, similar, bought.complete(), directory.findAll(brand, named));
    }

    private List<SimilarPerson> findSimilar(
            BrandKey brand, AsOfDay asOf, DayInterval days, ConversionPattern pattern, List<UUID> candidates) {
        var others = findHandles(brand, candidates);
        others.values().removeAll(findBuyers(brand, others, days.end()));
        var start = days.last(BrandContacts.DAYS_BEFORE).start();
        return pattern.findSimilar(read(brand, asOf, days, others, start), MAX_SIMILAR);
    }

    /**
     * The inbound contacts of these handles from a time to the end of the days, at most the newest 20 000.
     *
     * @param owners the persons of the handles
     */
    private BrandContacts read(
            BrandKey brand, AsOfDay asOf, DayInterval days, Map<HandleKey, UUID> owners, Instant start) {
        var found = engagements.findContacts(brand, owners.keySet(), start, days.end(), MAX_CONTACTS + 1);
        var contacts = found.stream().limit(MAX_CONTACTS).collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(contacts);
        var states = people.findStates(brand, asOf, new HashSet<>(owners.values()));
        return BrandContacts.of(days, contacts, owners, states, found.size() <= MAX_CONTACTS);
    }

    /** The persons of these handles who bought before a time. */
    private Set<UUID> findBuyers(BrandKey brand, Map<HandleKey, UUID> owners, Instant before) {
        var range =
                new EngagementRange(Direction.INBOUND, EngagementKind.PURCHASE, Instant.EPOCH, before, MAX_PURCHASES);
        var open = new HashSet<>(owners.keySet());
        var bought = new HashSet<UUID>();
        boolean isFull;
        do {
            // The purchases of frequent buyers can fill an answer: the other handles are read again.
            var found = engagements.findInRange(brand, open, range);
            isFull = found.size() == MAX_PURCHASES;
            for (var entry : found) {
                var handle = entry.handleKey(brand);
                open.remove(handle);
                Stream.ofNullable(owners.get(handle)).forEach(bought::add);
            }
        } while (isFull && !open.isEmpty());
        return bought;
    }

    /** The handles of these people with their persons, in their order. */
    private Map<HandleKey, UUID> findHandles(BrandKey brand, Collection<UUID> ids) {
        var known = directory.findAll(brand, ids);
        var owners = new LinkedHashMap<HandleKey, UUID>();
        ids.forEach(person -> known.apply(person).handleKeys(brand).forEach(handle -> owners.put(handle, person)));
        return owners;
    }
}
