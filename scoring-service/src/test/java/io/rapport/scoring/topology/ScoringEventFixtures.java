package io.rapport.scoring.topology;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.PersonDescribed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Event fixtures, of one brand unless another is given. */
final class ScoringEventFixtures {

    static final BrandKey BRAND = new BrandKey("agency", "brand");
    static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");

    private ScoringEventFixtures() {}

    static BrandRegistered registered(BrandClock clock) {
        return registered(BRAND, clock);
    }

    static BrandRegistered registered(BrandKey brand, BrandClock clock) {
        return new BrandRegistered(
                brand.agency(), brand.brand(), "Brand", "Asia/Tokyo", clock, List.of(), List.of(), null, 1, RECEIVED);
    }

    static HandleKey handle(String id) {
        return new HandleKey(BRAND, "x", id);
    }

    static UUID person(String name) {
        return DeterministicIds.of("test-person", name);
    }

    static String personKey(String name) {
        return BRAND.key(person(name).toString());
    }

    static EngagementReceived inbound(String handle, String sourceId, String day, EngagementKind kind) {
        return engagement(handle(handle), sourceId, LocalDate.parse(day), Direction.INBOUND, kind);
    }

    static EngagementReceived outbound(String handle, String sourceId, String day, EngagementKind kind) {
        return engagement(handle(handle), sourceId, LocalDate.parse(day), Direction.OUTBOUND, kind);
    }

    static EngagementReceived engagement(
            HandleKey handle, String sourceId, LocalDate day, Direction direction, EngagementKind kind) {
        return new EngagementReceived(
                DeterministicIds.engagement(handle.brand(), "test", sourceId),
                handle.brand().agency(),
                handle.brand().brand(),
                handle.channel(),
                "test",
                sourceId,
                day.atTime(3, 0).toInstant(java.time.ZoneOffset.UTC),
                RECEIVED,
                direction,
                kind,
                Actor.of(handle.handle()),
                null,
                null,
                EngagementContent.of("words"),
                null,
                day);
    }

    static EngagementReceived withActor(EngagementReceived e, Actor actor) {
        return copy(e, actor, e.content(), e.receivedAt());
    }

    static EngagementReceived withContent(EngagementReceived e, EngagementContent content) {
        return copy(e, e.actor(), content, e.receivedAt());
    }

    static EngagementReceived receivedAt(EngagementReceived e, Instant receivedAt) {
        return copy(e, e.actor(), e.content(), receivedAt);
    }

    static EngagementReceived saying(EngagementReceived e, String text) {
        return withContent(e, EngagementContent.of(text));
    }

    static EngagementReceived worth(EngagementReceived e, EngagementValue value) {
        return copy(e, e.occurredAt(), e.object(), value);
    }

    static EngagementReceived bought(EngagementReceived e, String amount) {
        return worth(e, new EngagementValue(new BigDecimal(amount), "EUR", null, null, null, null));
    }

    static EngagementReceived at(EngagementReceived e, Instant occurredAt) {
        return copy(e, occurredAt, e.object(), e.value());
    }

    static EngagementReceived in(EngagementReceived e, MessageRef object) {
        return copy(e, e.occurredAt(), object, e.value());
    }

    static EngagementReceived inConversation(EngagementReceived e, String conversation) {
        return in(e, new MessageRef(null, null, null, conversation, null, null));
    }

    static EngagementReceived bot(EngagementReceived e) {
        return withActor(e, new Actor(e.actor().id(), null, null, null, null, null, null, null, true));
    }

    static EngagementReceived paid(EngagementReceived e) {
        return withContent(e, new EngagementContent("words", null, null, null, true, null));
    }

    static HandleAssigned assigned(String handle, String person, long version) {
        return assigned(handle(handle), person(person), false, version);
    }

    static HandleAssigned staff(String handle, String person, boolean staff, long version) {
        return assigned(handle(handle), person(person), staff, version);
    }

    static HandleAssigned assigned(HandleKey handle, UUID person, boolean staff, long version) {
        return new HandleAssigned(
                handle.brand().agency(),
                handle.brand().brand(),
                handle.channel(),
                handle.handle(),
                person,
                AssignmentStatus.CONFIRMED,
                1,
                List.of(),
                staff,
                new HandleProfile(null, null, null, null, null, null),
                version,
                RECEIVED,
                RECEIVED);
    }

    static PersonDescribed described(String person, boolean client, long version) {
        return new PersonDescribed(
                BRAND.agency(),
                BRAND.brand(),
                person(person),
                "Name of " + person,
                client,
                null,
                RECEIVED,
                null,
                List.of(),
                List.of(),
                version,
                RECEIVED);
    }

    private static EngagementReceived copy(EngagementReceived e, Instant at, MessageRef object, EngagementValue value) {
        return new EngagementReceived(
                e.id(),
                e.agency(),
                e.brand(),
                e.channel(),
                e.source(),
                e.sourceId(),
                at,
                e.receivedAt(),
                e.direction(),
                e.kind(),
                e.actor(),
                e.staff(),
                object,
                e.content(),
                value,
                e.day());
    }

    private static EngagementReceived copy(
            EngagementReceived e, Actor actor, EngagementContent content, Instant receivedAt) {
        return new EngagementReceived(
                e.id(),
                e.agency(),
                e.brand(),
                e.channel(),
                e.source(),
                e.sourceId(),
                e.occurredAt(),
                receivedAt,
                e.direction(),
                e.kind(),
                actor,
                e.staff(),
                e.object(),
                content,
                e.value(),
                e.day());
    }
}
