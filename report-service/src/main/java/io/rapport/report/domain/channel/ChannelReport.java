package io.rapport.report.domain.channel;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelComparison.ComparedChannels;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.ChannelContact;
import io.rapport.report.domain.engagement.PaidCount;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Channels side by side, and the people behind their figures. It reads at most the newest {@value #MAX_CONTACTS} engagements of the
 * days and of the 30 days before them.
 */
public final class ChannelReport {

    private static final int MAX_CONTACTS = 50_000;

    private final BrandEngagementRepository brandEngagements;
    private final SentimentService sentiments;
    private final PersonDirectory directory;
    private final PeopleReport people;

    /** A report on these sources. */
    public ChannelReport(
            BrandEngagementRepository brandEngagements,
            SentimentService sentiments,
            PersonDirectory directory,
            PeopleReport people) {
        this.brandEngagements = brandEngagements;
        this.sentiments = sentiments;
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
     * What a figure counts.
     *
     * @param contacts newest first, as many as the figure
     * @param complete whether all engagements are read; otherwise the newest
     */
    public record CountedContacts(List<CountedContact> contacts, boolean complete) {

        /** The number of people behind the figure. */
        public long people() {
            return contacts.stream().map(CountedContact::person).distinct().count();
        }
    }

    /** Channels side by side. */
    public ChannelsOfBrand compare(BrandKey brand, AsOfDay asOf, DayInterval days) {
        var contacts = read(brand, asOf, days);
        var compared = ChannelComparison.of(contacts, signs(brand, contacts)).compared();
        var named = Stream.concat(
                        compared.channels().stream().flatMap(each -> each.newcomers().stream()),
                        compared.chains().stream().flatMap(each -> each.people().stream()))
                .distinct()
                .toList();
        var paid = brandEngagements.countPaid(
                brand, contacts.days().start(), contacts.days().end(), MAX_CONTACTS);
        return new ChannelsOfBrand(compared, contacts.complete(), paid, directory.findAll(brand, named));
    }

    /**
     * What a figure of a channel counts.
     *
     * @param channel null for all channels
     */
    public CountedContacts counted(
            BrandKey brand, AsOfDay asOf, DayInterval days, @Nullable String channel, ChannelFigure figure) {
        var contacts = read(brand, asOf, days);
        var isJudged = figure == ChannelFigure.GOOD_WORD || figure == ChannelFigure.BAD_WORD;
        var signs = isJudged ? signs(brand, contacts) : Map.<UUID, Integer>of();
        return new CountedContacts(ChannelComparison.of(contacts, signs).counted(channel, figure), contacts.complete());
    }

    /** The purchases that ended a chain of channels. */
    public CountedContacts counted(BrandKey brand, AsOfDay asOf, DayInterval days, List<String> chain) {
        var contacts = read(brand, asOf, days);
        return new CountedContacts(ChannelComparison.of(contacts, Map.of()).counted(chain), contacts.complete());
    }

    private BrandContacts read(BrandKey brand, AsOfDay asOf, DayInterval days) {
        var read = days.withDaysBefore(BrandContacts.DAYS_BEFORE);
        var found = brandEngagements.findContacts(brand, read.start(), read.end(), MAX_CONTACTS + 1);
        var contacts = new ArrayList<>(found.subList(0, Math.min(found.size(), MAX_CONTACTS)));
        Collections.reverse(contacts);
        var owners = directory.findOwners(
                brand, contacts.stream().map(ChannelContact::handle).distinct().toList());
        var states = people.findStates(brand, asOf, new HashSet<>(owners.values()));
        return BrandContacts.of(days, contacts, owners, states, found.size() <= MAX_CONTACTS);
    }

    /** The signs of the judged texts of the days, by engagement. */
    private Map<UUID, Integer> signs(BrandKey brand, BrandContacts contacts) {
        var written = contacts.byPerson().values().stream()
                .flatMap(List::stream)
                .filter(each -> each.written() && contacts.days().contains(each.at()))
                .map(ChannelContact::id)
                .toList();
        var signs = new HashMap<UUID, Integer>();
        sentiments.findAll(brand, written).forEach((id, sentiment) -> signs.put(id, sentiment.sign()));
        return signs;
    }
}
