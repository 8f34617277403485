package io.rapport.identity.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.person.HandleSighting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The part of an engagement that identity reads: the actor, without the content. */
record EngagementActorView(
        String agency,
        String brand,
        String channel,
        Instant occurredAt,
        EngagementKind kind,
        Actor actor,
        @Nullable Boolean withdrawn) {

    /** Whether the engagement has a counterpart; a post has only the brand's own handle, and a withdrawn one has no effect. */
    boolean hasCounterpart() {
        return kind != EngagementKind.POST && !Boolean.TRUE.equals(withdrawn);
    }

    HandleSighting toSighting() {
        var handle = new HandleKey(new BrandKey(agency, brand), channel, actor.id());
        return HandleSighting.of(handle, profile(), occurredAt);
    }

    private HandleProfile profile() {
        return HandleProfileBuilder.builder()
                .name(actor.name())
                .displayName(actor.displayName())
                .url(actor.url())
                .bio(actor.bio())
                .location(actor.location())
                .emailHash(actor.emailHash())
                .phoneHash(actor.phoneHash())
                .relMe(actor.relMe())
                .webFinger(actor.webFinger())
                .mailboxHash(actor.mailboxHash())
                .build();
    }
}
