package io.rapport.ingest.kafka;

import io.rapport.ingest.domain.Announcer;
import io.rapport.ingest.domain.Decision;
import io.rapport.ingest.domain.NotDelivered;
import io.rapport.ingest.domain.NotReadYet;
import io.rapport.messaging.CloudEvent;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.JsonSerde;
import io.rapport.messaging.TopicTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Announces decisions on a compacted topic. What is announced is always the decision as it is stored at that moment, and
 * once more when it changed meanwhile: the last record of a key is its newest state, whoever announces.
 *
 * @param <E> what is decided
 */
public final class TopicAnnouncer<E> implements Announcer<E> {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final Outbox<E> outbox;
    private final JsonSerde<E> serde;
    private final EventPublisher publisher;
    private final TopicTable<E> table;

    /** Announces what is in an outbox; the topic is read back as the table. */
    public TopicAnnouncer(Outbox<E> outbox, EventPublisher publisher, TopicTable<E> table) {
        this.outbox = outbox;
        this.serde = new JsonSerde<>(outbox.type());
        this.publisher = publisher;
        this.table = table;
    }

    @Override
    public void announce(String key) {
        for (var decision = find(key); decision.isPresent(); decision = find(key)) {
            publish(decision.get());
            if (outbox.decisions().announced(decision.get())) {
                awaitReadBack(decision.get());
                return;
            }
        }
    }

    /**
     * Announces whatever was decided and not announced, for example because the service stopped in between.
     *
     * @throws NotDelivered if that is not possible just now
     */
    public void announcePending() {
        outbox.decisions().pending().forEach(this::announce);
    }

    @Override
    public Optional<Decision<E>> announced(String key) {
        if (!table.caughtUp().isDone()) {
            throw new NotReadYet("What was decided before");
        }
        return Optional.ofNullable(table.get(key))
                .map(event -> new Decision<>(key, outbox.version().applyAsLong(event), event, false));
    }

    private Optional<Decision<E>> find(String key) {
        return outbox.decisions().find(key);
    }

    private void publish(Decision<E> decision) {
        var event = CloudEvent.state(outbox.topic(), "ingest", decision.key(), decision.version(), Instant.now());
        var value = decision.withdrawn() ? null : serde.write(decision.event());
        try {
            publisher.publish(outbox.topic().name(), value, event).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotDelivered("Not announced on " + outbox.topic().name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("Interrupted while announcing", e);
        }
    }

    private void awaitReadBack(Decision<E> decision) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isReadBack(decision)) {
                if (System.nanoTime() > deadline) {
                    throw new NotDelivered(
                            "Announced on " + outbox.topic().name() + ", but not read back", new TimeoutException());
                }
                Thread.sleep(GLANCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("Interrupted while reading back", e);
        }
    }

    private boolean isReadBack(Decision<E> decision) {
        var known = table.get(decision.key());
        return decision.withdrawn()
                ? known == null
                : known != null
                        && outbox.version().applyAsLong(known)
                                >= outbox.version().applyAsLong(decision.event());
    }
}
