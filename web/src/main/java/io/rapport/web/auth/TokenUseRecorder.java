package io.rapport.web.auth;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.TokenUsed;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Publishes the use of a token, at most once an hour in each service, and without waiting. */
public final class TokenUseRecorder {

    private static final Topic TOPIC = Topic.TOKEN_USED;
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final EventPublisher publisher;
    private final String service;
    private final Clock clock;
    private final JsonSerde<TokenUsed> serde = new JsonSerde<>(TokenUsed.class);
    private final Map<String, Instant> recorded = new ConcurrentHashMap<>();

    public TokenUseRecorder(EventPublisher publisher, String service, Clock clock) {
        this.publisher = publisher;
        this.service = service;
        this.clock = clock;
    }

    /** Records that a token is used now, unless it has expired. */
    public void record(TokenIssued token) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (token.isExpired(now)) {
            return;
        }
        recorded.compute(token.key(), (key, last) -> {
            if (last != null && now.isBefore(last.plus(INTERVAL))) {
                return last;
            }
            publish(new TokenUsed(token.agency(), token.id(), now));
            return now;
        });
    }

    private void publish(TokenUsed used) {
        var event = CloudEvent.state(TOPIC, service, used.key(), used.usedAt().toEpochMilli(), used.usedAt());
        publisher.publish(TOPIC.name(), serde.write(used), event);
    }
}
