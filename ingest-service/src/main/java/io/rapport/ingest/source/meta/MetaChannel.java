package io.rapport.ingest.source.meta;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import java.time.Instant;

/** A channel of Meta. */
enum MetaChannel {
    FACEBOOK("facebook"),
    INSTAGRAM("instagram");

    private final String token;

    MetaChannel(String token) {
        this.token = token;
    }

    static MetaChannel of(String object) {
        return object.equals("instagram") ? INSTAGRAM : FACEBOOK;
    }

    /** Begins an inbound engagement of a person, whose id belongs to a page or account. */
    SourceEngagement inbound(String sourceId, EngagementKind kind, Instant time, String account, String person) {
        return SourceEngagement.of(sourceId, token, Direction.INBOUND, kind, time)
                .with("actor.id", personOf(account, person));
    }

    /** Begins an outbound engagement of a page or account with a person. */
    SourceEngagement outbound(String sourceId, EngagementKind kind, Instant time, String account, String person) {
        return SourceEngagement.of(sourceId, token, Direction.OUTBOUND, kind, time)
                .with("actor.id", personOf(account, person))
                .with("staff.id", account);
    }

    /** Begins a post of a page or account. */
    SourceEngagement post(String sourceId, Instant time, String account) {
        return SourceEngagement.of(sourceId, token, Direction.OUTBOUND, EngagementKind.POST, time)
                .with("actor.id", account)
                .with("staff.id", account);
    }

    /** The id of a person, which belongs to a page or account. */
    static String personOf(String account, String person) {
        return account + ":" + person;
    }
}
