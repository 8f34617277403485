package io.rapport.report.domain.channel;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelComparison.ComparedChannels;
import io.rapport.report.domain.channel.ConversionPattern.SimilarPerson;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.ChannelContact;
import io.rapport.report.domain.engagement.EngagementRange;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.PaidCount;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Channels side by side, and who became a buyer. It reads at most the newest {@value #MAX_CONTACTS} engagements of the days and of
 * the 30 days before them.
 */
public final class ChannelReport {

    private static final int MAX_CONTACTS = 50_000;
    private static final int MAX_BUYERS = 500;
    private static final int MAX_SIMILAR = 20;
    private static final int MAX_CANDIDATES = 3 * MAX_SIMILAR;
    private static final int MAX_PURCHASES = 5_000;

    private final BrandEngagementRepository brandEngagements;
    private final EngagementRepository engagements;
    private final PersonDirectory directory;
    private final PeopleReport people;

    /** A report on these sources. */
    public ChannelReport(
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
     * Channels side by side.
     *
     * @param complete whether all engagements are read; otherwise the newest
     * @param paid what was paid for in the days, which is in no other figure
     * @param people the names of those that the figures name
     */
    public record ChannelsOfBrand(
            ComparedChannels compared, boolean complete, List<PaidCount> paid, Function<UUID, KnownPerson> people) {}

    /**
     * Who became a buyer.
     *
     * @param conversions newest first
     * @param pattern what they have in common; null without any
     * @param similar who stands there, and did not buy
     * @param complete whether all engagements are read; otherwise the newest
     * @param people their names
     */
    public record ConversionsOfBrand(
            List<Conversion> conversions,
            @Nullable ConversionPattern pattern,
            List<SimilarPerson> similar,
            boolean complete,
            Function<UUID, KnownPerson> people) {}

    /** The engagements of some days by person, for the two reports. */
    public BrandContacts read(BrandKey brand, AsOfDay asOf, DayInterval days) {
        var read = days.withDaysBefore(BrandContacts.DAYS_BEFORE);
        var found = brandEngagements.findContacts(brand, read.start(), read.end(), MAX_CONTACTS + 1);
        var contacts = new ArrayList<>(found.subList(0, Math.min(found.size(), MAX_CONTACTS)));
        Collections.reverse(contacts);
        var owners = directory.findOwners(
                brand, contacts.stream().map(ChannelContact::handle).distinct().toList());
        var states = people.findStates(brand, asOf, new HashSet<>(owners.values()));
        return BrandContacts.of(days, contacts, owners, states, found.size() <= MAX_CONTACTS);
    }

    /** Channels side by side. */
    public ChannelsOfBrand compare(BrandKey brand, BrandContacts contacts) {
        var compared = ChannelComparison.of(contacts);
        var named = Stream.concat(
                        compared.channels().stream().flatMap(each -> each.newcomers().stream()),
                        compared.chains().stream().flatMap(each -> each.people().stream()))
                .distinct()
                .toList();
        var paid = brandEngagements.countPaid(
                brand, contacts.days().start(), contacts.days().end(), MAX_CONTACTS);
        return new ChannelsOfBrand(compared, contacts.complete(), paid, directory.findAll(brand, named));
    }

    /** Who became a buyer, at most the latest 500, and who stands where they stood before. */
    public ConversionsOfBrand findConversions(BrandKey brand, BrandContacts contacts) {
        var buyers = contacts.buyers();
        var latest = buyers.subList(Math.max(0, buyers.size() - MAX_BUYERS), buyers.size());
        var earlier = new HashSet<>(buyers.subList(0, buyers.size() - latest.size()));
        earlier.addAll(findBuyers(brand, contacts, latest));
        var conversions = ConversionPattern.conversions(contacts, earlier);
        var pattern = ConversionPattern.of(conversions);
        var similar = pattern == null ? List.<SimilarPerson>of() : findSimilar(brand, contacts, pattern);
        var named = Stream.concat(
                        conversions.stream().map(Conversion::person),
                        similar.stream().map(SimilarPerson::person))
                .toList();
        return new ConversionsOfBrand(
                conversions, pattern, similar, contacts.complete(), directory.findAll(brand, named));
    }

    private List<SimilarPerson> findSimilar(BrandKey brand, BrandContacts contacts, ConversionPattern pattern) {
        var candidates = pattern.findSimilar(contacts, MAX_CANDIDATES);
        var bought = findBuyers(
                brand, contacts, candidates.stream().map(SimilarPerson::person).toList());
        return candidates.stream()
                .filter(each -> !bought.contains(each.person()))
                .limit(MAX_SIMILAR)
                .toList();
    }

    /** Those of these people who bought before the contacts that are read. */
    private Set<UUID> findBuyers(BrandKey brand, BrandContacts contacts, Collection<UUID> ids) {
        var known = directory.findAll(brand, ids);
        var handles = ids.stream()
                .flatMap(person -> known.apply(person).handleKeys(brand).stream())
                .toList();
        var before = new EngagementRange(
                Direction.INBOUND,
                EngagementKind.PURCHASE,
                Instant.EPOCH,
                contacts.days().withDaysBefore(BrandContacts.DAYS_BEFORE).start(),
                MAX_PURCHASES);
        var bought = engagements.findInRange(brand, handles, before).stream()
                .map(entry -> entry.handleKey(brand))
                .collect(Collectors.toSet());
        return ids.stream()
                .filter(person -> known.apply(person).handleKeys(brand).stream().anyMatch(bought::contains))
                .collect(Collectors.toSet());
    }
}
