package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Deletes what users decided about erased persons from its topics. */
public final class DecisionTombstonePublisher {

    private static final List<Topic> TOPICS =
            List.of(Topic.PERSON_STORIES, Topic.PERSON_REMINDERS, Topic.PERSON_SUGGESTIONS);

    private final EventPublisher publisher;
    private final Clock clock;

    /** A publisher with the clock that dates tombstones. */
    public DecisionTombstonePublisher(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Publishes the tombstones of a person, whether there are decisions or not; returns after the broker's acknowledgement.
     *
     * @throws IllegalStateException if the broker did not acknowledge; the tombstones must then be published again
     */
    void publish(BrandKey brand, UUID person) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = brand.key(person.toString());
        var sent = TOPICS.stream()
                .map(topic -> publisher.publish(
                        topic.name(), null, CloudEvent.state(topic, "report", key, at.toEpochMilli(), at)))
                .toList();
        try {
            for (var each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The tombstone of a decision was not acknowledged", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing the tombstone of a decision", e);
        }
    }
}
