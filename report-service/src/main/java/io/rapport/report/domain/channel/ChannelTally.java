package io.rapport.report.domain.channel;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.engagement.ChannelContact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts of one channel while contacts are read. */
final class ChannelTally {

    private static final int MAX_NAMED = 5;
    private static final double SECONDS_PER_MILLI = 0.001;
    private static final double HOURS_PER_MINUTE = 1.0 / 60;

    private final String channel;
    private final Set<UUID> people = new HashSet<>();
    private final Set<UUID> metFirst = new LinkedHashSet<>();
    private final List<Long> answerMillis = new ArrayList<>();
    private final Map<EngagementKind, Long> kinds = new EnumMap<>(EngagementKind.class);
    private final Map<EngagementKind, Long> assisted = new EnumMap<>(EngagementKind.class);
    private long cameBack;
    private long questions;
    private long sales;
    private double minutes;

    ChannelTally(String channel) {
        this.channel = channel;
    }

    /** Counts a contact of the days. */
    void count(UUID person, ChannelContact contact) {
        if (contact.isInbound()) {
            people.add(person);
            kinds.merge(contact.kind(), 1L, Long::sum);
        } else {
            minutes += contact.minutes();
        }
    }

    void sell() {
        sales++;
    }

    void meet(UUID person, boolean returned) {
        metFirst.add(person);
        cameBack += returned ? 1 : 0;
    }

    void ask() {
        questions++;
    }

    void answer(long millis) {
        answerMillis.add(millis);
    }

    void assist(EngagementKind kind) {
        assisted.merge(kind, 1L, Long::sum);
    }

    ChannelFigures figures() {
        return new ChannelFigures(
                channel,
                new ChannelFigures.ChannelPeople(people.size(), metFirst.size(), cameBack),
                new ChannelFigures.ChannelAnswers(questions, answerMillis.size(), medianSeconds()),
                new ChannelFigures.ChannelResults(
                        kinds.getOrDefault(EngagementKind.REFERRAL, 0L),
                        kinds.getOrDefault(EngagementKind.VISIT, 0L),
                        assisted.getOrDefault(EngagementKind.VISIT, 0L),
                        sales,
                        assisted.getOrDefault(EngagementKind.PURCHASE, 0L),
                        minutes == 0 ? null : (Double) (minutes * HOURS_PER_MINUTE)));
    }

    List<UUID> newcomers() {
        return metFirst.stream().limit(MAX_NAMED).toList();
    }

    private @Nullable Double medianSeconds() {
        if (answerMillis.isEmpty()) {
            return null;
        }
        Collections.sort(answerMillis);
        var size = answerMillis.size();
        return SECONDS_PER_MILLI * (answerMillis.get((size - 1) / 2) + answerMillis.get(size / 2)) / 2;
    }
}
