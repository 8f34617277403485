package io.rapport.report.domain.channel;

import io.rapport.report.domain.engagement.ChannelContact;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the figures of one channel count while contacts are read. */
final class ChannelTally {

    private static final int MAX_NAMED = 5;
    private static final double HOURS_PER_MINUTE = 1.0 / 60;

    private final String channel;
    private final Set<UUID> people = new HashSet<>();
    private final Map<ChannelFigure, List<CountedContact>> counted = new EnumMap<>(ChannelFigure.class);

    ChannelTally(String channel) {
        this.channel = channel;
    }

    /**
     * Counts a contact of the days.
     *
     * @param sign of the text: 1 if it is positive, -1 if it is negative, else 0
     */
    void count(UUID person, ChannelContact contact, int sign) {
        if (!contact.isInbound()) {
            if (contact.minutes() > 0) {
                count(ChannelFigure.HOURS, person, contact, contact.minutes());
            }
            return;
        }
        if (people.add(person)) {
            count(ChannelFigure.PEOPLE, person, contact);
        }
        switch (contact.kind()) {
            case REFERRAL -> count(ChannelFigure.REFERRALS, person, contact);
            case CITATION -> count(ChannelFigure.CITATIONS, person, contact);
            case VISIT -> count(ChannelFigure.VISITS, person, contact);
            case SHARE, QUOTE -> count(ChannelFigure.SHARES, person, contact);
            default -> {}
        }
        if (sign != 0) {
            count(sign > 0 ? ChannelFigure.GOOD_WORD : ChannelFigure.BAD_WORD, person, contact);
        }
    }

    void count(ChannelFigure figure, UUID person, ChannelContact contact) {
        count(figure, person, contact, 0);
    }

    void count(ChannelFigure figure, UUID person, ChannelContact contact, double amount) {
        counted.computeIfAbsent(figure, key -> new ArrayList<>()).add(new CountedContact(person, contact, amount));
    }

    /** What a figure counts. */
    List<CountedContact> counted(ChannelFigure figure) {
        return counted.getOrDefault(figure, List.of());
    }

    ChannelFigures figures() {
        return new ChannelFigures(
                channel,
                new ChannelFigures.ChannelPeople(
                        size(ChannelFigure.PEOPLE), size(ChannelFigure.MET_FIRST), size(ChannelFigure.CAME_BACK)),
                new ChannelFigures.ChannelAnswers(
                        size(ChannelFigure.QUESTIONS),
                        size(ChannelFigure.ANSWERED),
                        size(ChannelFigure.ANSWERED_IN_PUBLIC),
                        medianSeconds()),
                new ChannelFigures.ChannelWord(
                        size(ChannelFigure.SHARES), size(ChannelFigure.GOOD_WORD), size(ChannelFigure.BAD_WORD)),
                new ChannelFigures.ChannelResults(
                        size(ChannelFigure.REFERRALS),
                        size(ChannelFigure.CITATIONS),
                        size(ChannelFigure.VISITS),
                        size(ChannelFigure.ASSISTED_VISITS),
                        size(ChannelFigure.SALES),
                        size(ChannelFigure.ASSISTED_SALES),
                        hours()));
    }

    /** The first of those who were met here first. */
    List<UUID> newcomers() {
        return counted(ChannelFigure.MET_FIRST).stream()
                .map(CountedContact::person)
                .limit(MAX_NAMED)
                .toList();
    }

    private long size(ChannelFigure figure) {
        return counted(figure).size();
    }

    private @Nullable Double hours() {
        var minutes = counted(ChannelFigure.HOURS).stream()
                .mapToDouble(CountedContact::amount)
                .sum();
        return minutes == 0 ? null : (Double) (minutes * HOURS_PER_MINUTE);
    }

    private @Nullable Double medianSeconds() {
        var seconds = counted(ChannelFigure.ANSWERED).stream()
                .mapToDouble(CountedContact::amount)
                .sorted()
                .toArray();
        return seconds.length == 0
                ? null
                : (Double) ((seconds[(seconds.length - 1) / 2] + seconds[seconds.length / 2]) / 2);
    }
}
