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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Compares the channels of a brand. The work is proportional to the contacts, of which a person has few in 30 days. */
public final class ChannelComparison {

    private static final int MAX_CHAINS = 10;
    private static final int MAX_NAMED = 5;
    private static final Duration BEFORE = Duration.ofDays(BrandContacts.DAYS_BEFORE);

    private final BrandContacts contacts;
    private final DayInterval days;
    private final Map<String, ChannelTally> tallies = new TreeMap<>();
    private final Map<List<String>, List<UUID>> chains = new HashMap<>();

    private ChannelComparison(BrandContacts contacts) {
        this.contacts = contacts;
        this.days = contacts.days();
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

    static ComparedChannels of(BrandContacts contacts) {
        var comparison = new ChannelComparison(contacts);
        contacts.byPerson().forEach(comparison::add);
        return new ComparedChannels(comparison.channels(), comparison.chains());
    }

    private void add(UUID person, List<ChannelContact> own) {
        countContacts(person, own);
        countFirstMeeting(person, own);
        countQuestions(own);
    }

    private void countContacts(UUID person, List<ChannelContact> own) {
        var lastSeen = new HashMap<String, Instant>();
        var bought = new HashSet<LocalDate>();
        for (int i = 0; i < own.size(); i++) {
            var contact = own.get(i);
            if (days.contains(contact.at())) {
                tally(contact).count(person, contact);
                if (contact.isInbound() && contact.kind() == EngagementKind.VISIT) {
                    countAssists(contact, lastSeen);
                } else if (contacts.isPurchase(contact) && bought.add(days.dayOf(contact.at()))) {
                    tally(contact).sell();
                    countAssists(contact, lastSeen);
                    countChain(person, own, i);
                }
            }
            if (contact.isInbound()) {
                lastSeen.put(contact.handle().channel(), contact.at());
            }
        }
    }

    private void countAssists(ChannelContact contact, Map<String, Instant> lastSeen) {
        var start = contact.at().minus(BEFORE);
        lastSeen.forEach((channel, at) -> {
            if (!at.isBefore(start) && !channel.equals(contact.handle().channel())) {
                tally(channel).assist(contact.kind());
            }
        });
    }

    private void countChain(UUID person, List<ChannelContact> own, int purchase) {
        var way = new ArrayList<>(otherChannelsBefore(own, purchase));
        if (!way.isEmpty()) {
            way.add(own.get(purchase).handle().channel());
            chains.computeIfAbsent(List.copyOf(way), key -> new ArrayList<>()).add(person);
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
        own.stream()
                .filter(each -> each.isInbound() && days.contains(each.at()))
                .findFirst()
                .ifPresent(first -> tally(first)
                        .meet(
                                person,
                                own.stream()
                                        .anyMatch(each -> each.isInbound()
                                                && days.dayOf(each.at()).isAfter(days.dayOf(first.at())))));
    }

    private void countQuestions(List<ChannelContact> own) {
        var open = new HashMap<HandleKey, Instant>();
        for (var contact : own) {
            if (contact.isInbound()) {
                if (contact.asks()
                        && open.putIfAbsent(contact.handle(), contact.at()) == null
                        && days.contains(contact.at())) {
                    tally(contact).ask();
                }
            } else {
                var asked = open.remove(contact.handle());
                if (asked != null && days.contains(asked)) {
                    tally(contact).answer(Duration.between(asked, contact.at()).toMillis());
                }
            }
        }
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
                        each.getValue().stream().distinct().limit(MAX_NAMED).toList()))
                .sorted(Comparator.comparingLong(ChannelChain::sales)
                        .reversed()
                        .thenComparing(chain -> String.join(" ", chain.channels())))
                .limit(MAX_CHAINS)
                .toList();
    }
}
