package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hash of the body of an engagement: every field but its time of receipt, its effective day and the profile of its actor,
 * which changes without the engagement. It is stored, so the
 * numbers of fields, given by their order, must not change; a new field is added at the end. Null fields add nothing.
 */
final class EngagementBodyHash {

    // The odd number nearest to 2^64 divided by the golden ratio, as in splitmix64 (Steele, Lea, Flood 2014).
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long hash = GOLDEN;
    private int field;

    private EngagementBodyHash() {}

    static long of(EngagementReceived e) {
        return of(e, Actor.of(e.actor().id()));
    }

    /** The hash without mentions, as versions stored it that did not read them. */
    static long withoutMentions(EngagementReceived e) {
        return of(EngagementReceivedBuilder.from(e).withMentions(null));
    }

    /** The hash with the profile of the actor and without mentions, as earlier versions stored it. */
    static long withProfile(EngagementReceived e) {
        return of(EngagementReceivedBuilder.from(e).withMentions(null), e.actor());
    }

    private static long of(EngagementReceived e, Actor actor) {
        var body = new EngagementBodyHash();
        body.number(e.id().getMostSignificantBits());
        body.number(e.id().getLeastSignificantBits());
        body.text(e.agency());
        body.text(e.brand());
        body.text(e.channel());
        body.text(e.source());
        body.text(e.sourceId());
        body.number(e.occurredAt().getEpochSecond());
        body.number(e.occurredAt().getNano());
        body.text(e.direction().name());
        body.text(e.kind().name());
        body.actor(actor);
        body.staff(e.staff());
        body.object(e.object());
        body.content(e.content());
        body.value(e.value());
        body.texts(e.mentions());
        return body.hash;
    }

    private void actor(Actor actor) {
        text(actor.id());
        text(actor.name());
        text(actor.displayName());
        text(actor.url());
        text(actor.bio());
        text(actor.location());
        any(actor.followers());
        text(actor.emailHash());
        any(actor.bot());
        text(actor.phoneHash());
        texts(actor.relMe());
        text(actor.webFinger());
    }

    private void staff(@Nullable StaffMember staff) {
        text(staff == null ? null : staff.id());
        text(staff == null ? null : staff.name());
    }

    private void object(@Nullable MessageRef object) {
        text(object == null ? null : object.id());
        text(object == null ? null : object.inReplyTo());
        text(object == null ? null : object.shareOf());
        text(object == null ? null : object.conversation());
        text(object == null ? null : object.url());
        any(object == null ? null : object.parent());
    }

    private void content(@Nullable EngagementContent content) {
        text(content == null ? null : content.text());
        text(content == null ? null : content.language());
        texts(content == null ? null : content.topics());
        any(content == null ? null : content.promotional());
        any(content == null ? null : content.paid());
        any(content == null ? null : content.rating());
    }

    private void value(@Nullable EngagementValue value) {
        any(value == null ? null : value.amount());
        text(value == null ? null : value.currency());
        any(value == null ? null : value.minutes());
        text(value == null ? null : value.keyword());
        text(value == null ? null : value.orderId());
        text(value == null ? null : value.referredBy());
        any(value == null ? null : value.visits());
    }

    private void texts(@Nullable List<String> texts) {
        field++;
        if (texts != null) {
            mix(field);
            texts.forEach(this::mixCharacters);
            mix(texts.size());
        }
    }

    private void any(@Nullable Object value) {
        text(value == null ? null : value.toString());
    }

    private void number(long value) {
        field++;
        mix(field);
        mix(value);
    }

    private void text(@Nullable String text) {
        field++;
        if (text != null) {
            mix(field);
            mixCharacters(text);
        }
    }

    private void mixCharacters(String text) {
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * GOLDEN;
            hash ^= hash >>> 29;
        }
        mix(text.length());
    }

    private void mix(long value) {
        hash = (hash ^ value) * GOLDEN;
        hash ^= hash >>> 32;
    }
}
