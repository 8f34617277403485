package io.rapport.scoring.kafka;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDaySet;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.messaging.json.Json;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
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

/** Publishes decisions about models and waits until they are read back, so that later requests see them. */
final class ModelDecisionPublisher {

    private static final Duration TIMEOUT = Duration.ofSeconds(12);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

    private final EventPublisher publisher;

    ModelDecisionPublisher(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** An event to be published. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DecisionEvent(Topic topic, byte[] json, CloudEvent attributes) {}

    static DecisionEvent toEvent(ModelPublished model) {
        return toEvent(Topic.MODEL_PUBLISHED, model, model.key(), model.publishedAt());
    }

    static DecisionEvent toEvent(ModelActivated activation) {
        return toEvent(Topic.MODEL_ACTIVATED, activation, activation.brandKey().key(), activation.at());
    }

    static DecisionEvent toEvent(PreviewRequested request) {
        return toEvent(Topic.PREVIEW_REQUESTED, request, request.brandKey().key(), request.at());
    }

    static DecisionEvent toEvent(BrandDaySet set) {
        return toEvent(Topic.BRAND_DAY_SET, set, set.brandKey().key(), set.at());
    }

    private static DecisionEvent toEvent(Topic topic, Record decision, String key, Instant at) {
        var json = Json.mapper().writeValueAsBytes(decision);
        // The id contains the content, so that two decisions with one key and time have different ids.
        var id = DeterministicIds.of(topic.name(), new String(json, StandardCharsets.UTF_8))
                .toString();
        return new DecisionEvent(topic, json, new CloudEvent(id, topic.type(), "urn:rapport:scoring", key, at));
    }

    CompletableFuture<RecordMetadata> publish(DecisionEvent event) {
        return publisher.publish(event.topic.name(), event.json, event.attributes);
    }

    /**
     * Publishes an event and waits until it is read back.
     *
     * @throws PublicationFailedException when the broker does not acknowledge the event, or it is not read back in time
     */
    void publishAndAwait(DecisionEvent event, BooleanSupplier isReadBack) {
        var name = event.topic.name();
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        try {
            publish(event).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            while (!isReadBack.getAsBoolean()) {
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
