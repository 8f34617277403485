package io.rapport.report.domain.channel;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.ChannelContact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the channels of a brand. The work is proportional to the contacts, of which a person has few in 30 days. */
public final class ChannelComparison {

    private static final int MAX_CHAINS = 10;
    private static final int MAX_NAMED = 5;
    private static final double SECONDS_PER_MILLI = 0.001;

    /** Answers that others can read, as scoring counts them. */
    private static final Set<EngagementKind> PUBLIC =
            EnumSet.of(EngagementKind.REPLY, EngagementKind.COMMENT, EngagementKind.MENTION, EngagementKind.QUOTE);

    private static final Duration BEFORE = Duration.ofDays(BrandContacts.DAYS_BEFORE);

    private final BrandContacts contacts;
    private final DayInterval days;
    private final Map<UUID, Integer> signs;
    private final Map<String, ChannelTally> tallies = new TreeMap<>();
    private final Map<List<String>, List<CountedContact>> chains = new HashMap<>();

    private ChannelComparison(BrandContacts contacts, Map<UUID, Integer> signs) {
        this.contacts = contacts;
        this.days = contacts.days();
        this.signs = signs;
    }

    /**
     * A channel with people who were met there first.
     *
     * @param newcomers the first 5
     */
    public record ComparedChannel(ChannelFigures figures, List<UUID> newcomers) {}

    /**
     * Channels side by side.
     *
     * @param channels those with most people first
     * @param chains ways over two channels or more that ended with a purchase, those with most sales first, at most 10
     */
    public record ComparedChannels(List<ComparedChannel> channels, List<ChannelChain> chains) {}

    /**
     * Compares the channels of these contacts.
     *
     * @param signs of judged texts by engagement: 1 if it is positive, -1 if it is negative, else 0
     */
    static ChannelComparison of(BrandContacts contacts, Map<UUID, Integer> signs) {
        var comparison = new ChannelComparison(contacts, signs);
        contacts.byPerson().forEach(comparison::add);
        return comparison;
    }

    ComparedChannels compared() {
        return new ComparedChannels(channels(), chains());
    }

    /**
     * What a figure of a channel counts, newest first; empty for a channel without contacts.
     *
     * @param channel null for all channels
     */
    List<CountedContact> counted(@Nullable String channel, ChannelFigure figure) {
        return newestFirst(tallies.entrySet().stream()
                .filter(tally -> channel == null || channel.equals(tally.getKey()))
                .flatMap(tally -> tally.getValue().counted(figure).stream()));
    }

    /** The purchases that ended a chain, newest first; empty for an unknown one. */
    List<CountedContact> counted(List<String> chain) {
        return newestFirst(chains.getOrDefault(chain, List.of()).stream());
    }

    private static List<CountedContact> newestFirst(Stream<CountedContact> counted) {
        return counted.sorted(CountedContact.NEWEST_FIRST).toList();
    }

    private void add(UUID person, List<ChannelContact> own) {
        countContacts(person, own);
        countFirstMeeting(person, own);
        countQuestions(person, own);
    }

    private void countContacts(UUID person, List<ChannelContact> own) {
        var lastSeen = new HashMap<String, Instant>();
        var bought = new HashSet<LocalDate>();
        for (int i = 0; i < own.size(); i++) {
            var contact = own.get(i);
            if (days.contains(contact.at())) {
                tally(contact).count(person, contact, signs.getOrDefault(contact.id(), 0));
                if (contact.isInbound() && contact.kind() == EngagementKind.VISIT) {
                    countAssists(ChannelFigure.ASSISTED_VISITS, person, contact, lastSeen);
                } else if (contacts.isPurchase(contact) && bought.add(days.dayOf(contact.at()))) {
                    tally(contact).count(ChannelFigure.SALES, person, contact);
                    countAssists(ChannelFigure.ASSISTED_SALES, person, contact, lastSeen);
                    countChain(person, own, i);
                }
            }
            if (contact.isInbound()) {
                lastSeen.put(contact.handle().channel(), contact.at());
            }
        }
    }

    private void countAssists(
            ChannelFigure figure, UUID person, ChannelContact contact, Map<String, Instant> lastSeen) {
        var start = contact.at().minus(BEFORE);
        lastSeen.forEach((channel, at) -> {
            if (!at.isBefore(start) && !channel.equals(contact.handle().channel())) {
                tally(channel).count(figure, person, contact);
            }
        });
    }

    private void countChain(UUID person, List<ChannelContact> own, int purchase) {
        var way = new ArrayList<>(otherChannelsBefore(own, purchase));
        if (!way.isEmpty()) {
            var contact = own.get(purchase);
            way.add(contact.handle().channel());
            chains.computeIfAbsent(List.copyOf(way), key -> new ArrayList<>())
                    .add(new CountedContact(person, contact, 0));
        }
    }

    /** The other channels on which a person was seen in the 30 days before a contact, in the order of the first time. */
    static List<String> otherChannelsBefore(List<ChannelContact> own, int index) {
        var contact = own.get(index);
        var start = contact.at().minus(BEFORE);
        return own.subList(0, index).stream()
                .filter(each -> each.isInbound() && !each.at().isBefore(start))
                .map(each -> each.handle().channel())
                .filter(channel -> !channel.equals(contact.handle().channel()))
                .distinct()
                .toList();
    }

    private void countFirstMeeting(UUID person, List<ChannelContact> own) {
        var state = contacts.states().get(person);
        var firstSeen = state == null ? null : state.firstSeen();
        if (firstSeen == null || !days.contains(firstSeen)) {
            return;
        }
        var first = own.stream()
                .filter(each -> each.isInbound() && days.contains(each.at()))
                .findFirst()
                .orElse(null);
        if (first != null) {
            tally(first).count(ChannelFigure.MET_FIRST, person, first);
            if (isSeenAfter(days.dayOf(first.at()), own)) {
                tally(first).count(ChannelFigure.CAME_BACK, person, first);
            }
        }
    }

    private boolean isSeenAfter(LocalDate day, List<ChannelContact> own) {
        return own.stream()
                .anyMatch(each -> each.isInbound() && days.dayOf(each.at()).isAfter(day));
    }

    private void countQuestions(UUID person, List<ChannelContact> own) {
        var open = new HashMap<HandleKey, ChannelContact>();
        for (var contact : own) {
            if (contact.isInbound()) {
                if (contact.asks()
                        && open.putIfAbsent(contact.handle(), contact) == null
                        && days.contains(contact.at())) {
                    tally(contact).count(ChannelFigure.QUESTIONS, person, contact);
                }
            } else {
                var asked = open.remove(contact.handle());
                if (asked != null && days.contains(asked.at())) {
                    countAnswer(person, asked, contact);
                }
            }
        }
    }

    private void countAnswer(UUID person, ChannelContact asked, ChannelContact answer) {
        var seconds = secondsBetween(asked, answer);
        tally(asked).count(ChannelFigure.ANSWERED, person, asked, seconds);
        if (PUBLIC.contains(answer.kind())) {
            tally(asked).count(ChannelFigure.ANSWERED_IN_PUBLIC, person, asked, seconds);
        }
    }

    private static double secondsBetween(ChannelContact asked, ChannelContact answer) {
        return SECONDS_PER_MILLI * Duration.between(asked.at(), answer.at()).toMillis();
    }

    private ChannelTally tally(ChannelContact contact) {
        return tally(contact.handle().channel());
    }

    private ChannelTally tally(String channel) {
        return tallies.computeIfAbsent(channel, ChannelTally::new);
    }

    private List<ComparedChannel> channels() {
        return tallies.values().stream()
                .map(tally -> new ComparedChannel(tally.figures(), tally.newcomers()))
                .sorted(Comparator.comparingLong((ComparedChannel each) ->
                                each.figures().people().people())
                        .reversed()
                        .thenComparing(each -> each.figures().channel()))
                .toList();
    }

    private List<ChannelChain> chains() {
        return chains.entrySet().stream()
                .map(each -> new ChannelChain(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().stream()
                                .map(CountedContact::person)
                                .distinct()
                                .limit(MAX_NAMED)
                                .toList()))
                .sorted(Comparator.comparingLong(ChannelChain::sales)
                        .reversed()
                        .thenComparing(chain -> String.join(" ", chain.channels())))
                .limit(MAX_CHAINS)
                .toList();
    }
}
