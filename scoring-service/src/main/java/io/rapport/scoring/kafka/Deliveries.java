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
final class Deliveries {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final EventPublisher publisher;

    Deliveries(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** An event that is ready to go. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Delivery(Topic topic, byte[] json, CloudEvent event) {}

    static Delivery of(ModelPublished model) {
        return of(Topic.MODEL_PUBLISHED, model, model.key(), model.publishedAt());
    }

    static Delivery of(ModelActivated activation) {
        return of(Topic.MODEL_ACTIVATED, activation, activation.brandKey().key(), activation.at());
    }

    static Delivery of(PreviewRequested request) {
        return of(Topic.PREVIEW_REQUESTED, request, request.brandKey().key(), request.at());
    }

    private static Delivery of(Topic topic, Record decision, String key, Instant at) {
        var json = Json.mapper().writeValueAsBytes(decision);
        // Two of one key at the same time are two events, so that what is in them tells them apart.
        var id = DeterministicIds.of(topic.name(), new String(json, StandardCharsets.UTF_8))
                .toString();
        return new Delivery(topic, json, new CloudEvent(id, topic.type(), "urn:rapport:scoring", key, at));
    }

    CompletableFuture<RecordMetadata> send(Delivery delivery) {
        return publisher.publish(delivery.topic.name(), delivery.json, delivery.event);
    }

    /** @throws NotDelivered when the broker does not acknowledge it, or it does not come back */
    void deliver(Delivery delivery, BooleanSupplier isBack) {
        var name = delivery.topic.name();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            send(delivery).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            while (!isBack.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    throw new PublicationFailedException("Published on " + name + ", but not read back", null);
                }
                Thread.sleep(GLANCE.toMillis());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new PublicationFailedException("Not published on " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublicationFailedException("Interrupted while publishing on " + name, e);
        }
    }
}
