package io.rapport.ingest.kafka;

import io.rapport.contracts.Topic;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionPublisher;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;

/**
 * Publishes decisions from the outbox to a compacted topic. Each publication reads the stored decision anew and repeats if
 * the decision changed in the meantime, so that the last record of a key is the newest state with several publishers too.
 *
 * @param <E> the published event
 */
public final class AdminDecisionOutboxPublisher<E> implements AdminDecisionPublisher<E> {

    private static final Duration TIMEOUT = Duration.ofSeconds(12);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(2);

    private final Topic topic;
    private final AdminDecisionRepository<E> decisions;
    private final ToLongFunction<E> version;
    private final JsonSerde<E> serde;
    private final EventPublisher publisher;
    private final TopicTable<E> table;

    /**
     * Creates a publisher.
     *
     * @param version extracts the version of an event on the topic
     * @param table the topic as this instance reads it back
     */
    public AdminDecisionOutboxPublisher(
            Topic topic,
            Class<E> type,
            ToLongFunction<E> version,
            AdminDecisionRepository<E> decisions,
            EventPublisher publisher,
            TopicTable<E> table) {
        this.topic = topic;
        this.decisions = decisions;
        this.version = version;
        this.serde = new JsonSerde<>(type);
        this.publisher = publisher;
        this.table = table;
    }

    @Override
    public void publish(String key) {
        for (var decision = decisions.find(key); decision.isPresent(); decision = decisions.find(key)) {
            publish(decision.get());
            if (decisions.markPublished(decision.get())) {
                awaitReadBack(decision.get());
                return;
            }
        }
    }

    /**
     * Publishes all pending decisions, for example after a restart between storing and publishing.
     *
     * @throws DeliveryFailedException if the broker does not acknowledge
     */
    public void publishPending() {
        decisions.findPendingKeys().forEach(this::publish);
    }

    @Override
    public Optional<AdminDecision<E>> findPublished(String key) {
        if (!table.caughtUp().isDone()) {
            throw new StateNotLoadedException("The topic of earlier decisions");
        }
        return Optional.ofNullable(table.get(key))
                .map(event -> new AdminDecision<>(key, version.applyAsLong(event), event, false));
    }

    private void publish(AdminDecision<E> decision) {
        var event = CloudEvent.state(topic, "ingest", decision.key(), decision.version(), Instant.now());
        var value = decision.withdrawn() ? null : serde.write(decision.event());
        try {
            publisher.publish(topic.name(), value, event).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeliveryFailedException("Not published to " + topic.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("Interrupted while publishing to " + topic.name(), e);
        }
    }

    private void awaitReadBack(AdminDecision<E> decision) {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (!isReadBack(decision)) {
                if (System.nanoTime() > deadline) {
                    throw new DeliveryFailedException(
                            "Published to " + topic.name() + ", but not read back", new TimeoutException());
                }
                Thread.sleep(POLL_INTERVAL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("Interrupted while reading back from " + topic.name(), e);
        }
    }

    private boolean isReadBack(AdminDecision<E> decision) {
        var read = table.get(decision.key());
        return decision.withdrawn()
                ? read == null
                : read != null && version.applyAsLong(read) >= version.applyAsLong(decision.event());
    }
}
