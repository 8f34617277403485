package io.rapport.report.domain.channel;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import io.rapport.report.ReportTestEvents;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.ChannelContact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Contacts of May 2025 for tests. */
final class ChannelFixture {

    static final DayInterval MAY = new DayInterval(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31), ZoneOffset.UTC);

    private final List<ChannelContact> contacts = new ArrayList<>();
    private final Map<HandleKey, UUID> owners = new HashMap<>();
    private final Map<UUID, RelationshipScoreChanged> states = new HashMap<>();
    private final Map<UUID, Integer> signs = new HashMap<>();

    /** Adds a person with the day of the first engagement ever. */
    ChannelFixture known(String name, String firstSeen, boolean client) {
        var state = RelationshipScoreChangedBuilder.builder(
                        ReportTestEvents.relationship(name).state())
                .firstSeen(LocalDate.parse(firstSeen))
                .client(client)
                .build();
        states.put(person(name), state);
        return this;
    }

    /** Adds an inbound engagement at noon. */
    ChannelFixture in(String name, String channel, String day, EngagementKind kind) {
        return add(name, channel, day + "T12:00:00Z", Direction.INBOUND, kind, null, 0);
    }

    ChannelFixture asked(String name, String channel, String at) {
        return add(name, channel, at, Direction.INBOUND, EngagementKind.COMMENT, "Are you open?", 0);
    }

    /** Adds a text whose tone was judged: 1 is positive, -1 is negative. */
    ChannelFixture said(String name, String channel, String day, int sign) {
        signs.put(new UUID(0, contacts.size()), sign);
        return add(name, channel, day + "T12:00:00Z", Direction.INBOUND, EngagementKind.COMMENT, "So it is.", 0);
    }

    ChannelFixture out(String name, String channel, String at, double minutes) {
        return add(name, channel, at, Direction.OUTBOUND, EngagementKind.CALL, null, minutes);
    }

    ChannelFixture replied(String name, String channel, String at) {
        return add(name, channel, at, Direction.OUTBOUND, EngagementKind.REPLY, "Until six.", 0);
    }

    ChannelComparison comparison() {
        return ChannelComparison.of(contacts(), signs);
    }

    BrandContacts contacts() {
        contacts.sort(Comparator.comparing(ChannelContact::at));
        return BrandContacts.of(MAY, contacts, owners, states, true);
    }

    private ChannelFixture add(
            String name,
            String channel,
            String at,
            Direction direction,
            EngagementKind kind,
            String text,
            double minutes) {
        var handle = new HandleKey(ACME, channel, name);
        owners.put(handle, person(name));
        contacts.add(ChannelContact.of(
                new UUID(0, contacts.size()), handle, Instant.parse(at), direction, kind, text, minutes));
        return this;
    }
}
