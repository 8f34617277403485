package io.rapport.identity.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.identity.domain.person.HandleSighting;
import java.time.Instant;

/** What identity reads of an engagement: who, not what was said. */
record EngagementActorView(String agency, String brand, String channel, Instant occurredAt, EngagementKind kind, Actor actor) {

    /** Whether its handle is somebody's; what the brand posts to nobody in particular has only the brand's own. */
    boolean hasCounterpart() {
        return kind != EngagementKind.POST;
    }

    HandleSighting toSighting() {
        var handle = new HandleKey(new BrandKey(agency, brand), channel, actor.id());
        return new HandleSighting(handle, profile(), occurredAt, occurredAt);
    }

    private HandleProfile profile() {
        return new HandleProfile(
                actor.name(),
                actor.displayName(),
                actor.url(),
                actor.bio(),
                actor.location(),
                actor.emailHash(),
                actor.phoneHash(),
                actor.relMe(),
                actor.webFinger());
    }
}
