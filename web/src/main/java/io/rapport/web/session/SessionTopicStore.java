package io.rapport.web.session;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.SessionOpened;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.table.TableReadiness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The sessions on the topic, in memory. The topic keeps records for longer than a session is valid, so that a tombstone is
 * there as long as the session would be. Expired sessions are removed once an hour.
 */
public final class SessionTopicStore implements SessionStore {

    private static final Topic TOPIC = Topic.SESSION_OPENED;
    private static final Duration TIMEOUT = Duration.ofSeconds(12);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

    private final EventPublisher publisher;
    private final CompletableFuture<Void> caughtUp;
    private final String service;
    private final Clock clock;
    private final JsonSerde<SessionOpened> serde = new JsonSerde<>(SessionOpened.class);
    private final SessionTable table;
    private volatile Instant purgedAt;

    /**
     * Creates a store.
     *
     * @param table filled from the topic
     * @param caughtUp completes when the table holds what was on the topic at startup
     * @param service the name of this service
     */
    public SessionTopicStore(
            SessionTable table,
            EventPublisher publisher,
            CompletableFuture<Void> caughtUp,
            String service,
            Clock clock) {
        this.table = table;
        this.publisher = publisher;
        this.caughtUp = caughtUp;
        this.service = service;
        this.clock = clock;
        this.purgedAt = clock.instant();
    }

    @Override
    public Optional<SessionOpened> find(String hash) {
        TableReadiness.requireCaughtUp(caughtUp);
        purge();
        return table.find(hash);
    }

    @Override
    public void open(SessionOpened session) {
        await(publish(session.hash(), session, session.openedAt()));
        table.change(session.hash(), session);
    }

    @Override
    public void update(SessionOpened session) {
        table.change(session.hash(), session);
        publish(session.hash(), session, session.usedAt());
    }

    @Override
    public void close(String hash) {
        await(publish(hash, null, clock.instant()));
        table.change(hash, null);
    }

    private CompletableFuture<?> publish(String hash, @Nullable SessionOpened session, Instant at) {
        var event = CloudEvent.state(TOPIC, service, hash, at.toEpochMilli(), at);
        return publisher.publish(TOPIC.name(), serde.write(session), event);
    }

    private static void await(CompletableFuture<?> publication) {
        try {
            publication.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return Problem.unavailable("The session cannot be stored. Send the same request again.", RETRY_AFTER);
    }

    private void purge() {
        var now = clock.instant();
        if (now.isAfter(purgedAt.plus(PURGE_INTERVAL))) {
            purgedAt = now;
            table.purge(now);
        }
    }
}
