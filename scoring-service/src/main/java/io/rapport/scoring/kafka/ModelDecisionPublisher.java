package io.rapport.scoring.kafka;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.Topic;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.messaging.CloudEvent;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.Json;
import io.rapport.scoring.domain.model.ModelRepository.PublicationFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Publishes decisions, and waits until they have come back: from then on everyone is told the same. */
final class ModelDecisionPublisher {

    private static final Duration TIMEOUT = Duration.ofSeconds(12);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

    private final EventPublisher publisher;

    ModelDecisionPublisher(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** An event that is ready to go. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DecisionEvent(Topic topic, byte[] json, CloudEvent event) {}

    static DecisionEvent toEvent(ModelPublished model) {
        return toEvent(Topic.MODEL_PUBLISHED, model, model.key(), model.publishedAt());
    }

    static DecisionEvent toEvent(ModelActivated activation) {
        return toEvent(Topic.MODEL_ACTIVATED, activation, activation.brandKey().key(), activation.at());
    }

    static DecisionEvent toEvent(PreviewRequested request) {
        return toEvent(Topic.PREVIEW_REQUESTED, request, request.brandKey().key(), request.at());
    }

    private static DecisionEvent toEvent(Topic topic, Record decision, String key, Instant at) {
        var json = Json.mapper().writeValueAsBytes(decision);
        // Two of one key at the same time are two events, so that what is in them tells them apart.
        var id = DeterministicIds.of(topic.name(), new String(json, StandardCharsets.UTF_8))
                .toString();
        return new DecisionEvent(topic, json, new CloudEvent(id, topic.type(), "urn:rapport:scoring", key, at));
    }

    CompletableFuture<RecordMetadata> publish(DecisionEvent delivery) {
        return publisher.publish(delivery.topic.name(), delivery.json, delivery.event);
    }

    /** @throws NotDelivered when the broker does not acknowledge it, or it does not come back */
    void publishAndAwait(DecisionEvent delivery, BooleanSupplier isBack) {
        var name = delivery.topic.name();
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        try {
            publish(delivery).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            while (!isBack.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    throw new PublicationFailedException("Published on " + name + ", but not read back", null);
                }
                Thread.sleep(POLL_INTERVAL.toMillis());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new PublicationFailedException("Not published on " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublicationFailedException("Interrupted while publishing on " + name, e);
        }
    }
}
