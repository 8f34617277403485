package io.rapport.scoring.topology;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleAssignedBuilder;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonDescribedBuilder;
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
        return BrandRegisteredBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .name("Brand")
                .timeZone("Asia/Tokyo")
                .clock(clock)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(1)
                .at(RECEIVED)
                .build();
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
        return EngagementReceivedBuilder.builder()
                .id(DeterministicIds.engagement(handle.brand(), "test", sourceId))
                .agency(handle.brand().agency())
                .brand(handle.brand().brand())
                .channel(handle.channel())
                .source("test")
                .sourceId(sourceId)
                .occurredAt(day.atTime(3, 0).toInstant(java.time.ZoneOffset.UTC))
                .receivedAt(RECEIVED)
                .direction(direction)
                .kind(kind)
                .actor(Actor.of(handle.handle()))
                .content(EngagementContent.of("words"))
                .day(day)
                .build();
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
        return withActor(e, ActorBuilder.builder().id(e.actor().id()).bot(true).build());
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
        return HandleAssignedBuilder.builder()
                .agency(handle.brand().agency())
                .brand(handle.brand().brand())
                .channel(handle.channel())
                .handle(handle.handle())
                .person(person)
                .status(AssignmentStatus.CONFIRMED)
                .confidence(1)
                .evidence(List.of())
                .staff(staff)
                .profile(HandleProfileBuilder.builder().build())
                .version(version)
                .since(RECEIVED)
                .at(RECEIVED)
                .build();
    }

    static PersonDescribed described(String person, boolean client, long version) {
        return PersonDescribedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .person(person(person))
                .name("Name of " + person)
                .client(client)
                .since(RECEIVED)
                .distinctFrom(List.of())
                .decisions(List.of())
                .version(version)
                .at(RECEIVED)
                .build();
    }

    private static EngagementReceived copy(EngagementReceived e, Instant at, MessageRef object, EngagementValue value) {
        return EngagementReceivedBuilder.builder(e)
                .occurredAt(at)
                .object(object)
                .value(value)
                .build();
    }

    private static EngagementReceived copy(
            EngagementReceived e, Actor actor, EngagementContent content, Instant receivedAt) {
        return EngagementReceivedBuilder.builder(e)
                .receivedAt(receivedAt)
                .actor(actor)
                .content(content)
                .build();
    }
}
