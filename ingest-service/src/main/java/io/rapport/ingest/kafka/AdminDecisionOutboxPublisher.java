package io.rapport.ingest.kafka;

import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionPublisher;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
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
public final class AdminDecisionOutboxPublisher<E> implements AdminDecisionPublisher<E> {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final AdminDecisionTopic<E> outbox;
    private final JsonSerde<E> serde;
    private final EventPublisher publisher;
    private final TopicTable<E> table;

    /** Announces what is in an outbox; the topic is read back as the table. */
    public AdminDecisionOutboxPublisher(AdminDecisionTopic<E> outbox, EventPublisher publisher, TopicTable<E> table) {
        this.outbox = outbox;
        this.serde = new JsonSerde<>(outbox.type());
        this.publisher = publisher;
        this.table = table;
    }

    @Override
    public void publish(String key) {
        for (var decision = find(key); decision.isPresent(); decision = find(key)) {
            publish(decision.get());
            if (outbox.decisions().markPublished(decision.get())) {
                awaitReadBack(decision.get());
                return;
            }
        }
    }

    /**
     * Announces whatever was decided and not announced, for example because the service stopped in between.
     *
     * @throws DeliveryFailedException if that is not possible just now
     */
    public void publishPending() {
        outbox.decisions().findPendingKeys().forEach(this::publish);
    }

    @Override
    public Optional<AdminDecision<E>> findPublished(String key) {
        if (!table.caughtUp().isDone()) {
            throw new StateNotLoadedException("What was decided before");
        }
        return Optional.ofNullable(table.get(key))
                .map(event -> new AdminDecision<>(key, outbox.version().applyAsLong(event), event, false));
    }

    private Optional<AdminDecision<E>> find(String key) {
        return outbox.decisions().find(key);
    }

    private void publish(AdminDecision<E> decision) {
        var event = CloudEvent.state(outbox.topic(), "ingest", decision.key(), decision.version(), Instant.now());
        var value = decision.withdrawn() ? null : serde.write(decision.event());
        try {
            publisher.publish(outbox.topic().name(), value, event).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeliveryFailedException(
                    "Not announced on " + outbox.topic().name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("Interrupted while announcing", e);
        }
    }

    private void awaitReadBack(AdminDecision<E> decision) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isReadBack(decision)) {
                if (System.nanoTime() > deadline) {
                    throw new DeliveryFailedException(
                            "Announced on " + outbox.topic().name() + ", but not read back", new TimeoutException());
                }
                Thread.sleep(GLANCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("Interrupted while reading back", e);
        }
    }

    private boolean isReadBack(AdminDecision<E> decision) {
        var known = table.get(decision.key());
        return decision.withdrawn()
                ? known == null
                : known != null
                        && outbox.version().applyAsLong(known)
                                >= outbox.version().applyAsLong(decision.event());
    }
}
