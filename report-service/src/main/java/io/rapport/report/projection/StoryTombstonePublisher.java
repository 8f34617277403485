package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Deletes the stories about erased persons from their topic. */
public final class StoryTombstonePublisher {

    private final EventPublisher publisher;
    private final Clock clock;

    /** A publisher with the clock that dates tombstones. */
    public StoryTombstonePublisher(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Publishes the tombstone of a person, whether there are stories or not; returns after the broker's acknowledgement.
     *
     * @throws IllegalStateException if the broker did not acknowledge; the tombstone must then be published again
     */
    void publish(BrandKey brand, UUID person) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = brand.key(person.toString());
        var header = CloudEvent.state(Topic.PERSON_STORIES, "report", key, at.toEpochMilli(), at);
        try {
            publisher.publish(Topic.PERSON_STORIES.name(), null, header).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The tombstone of stories was not acknowledged", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing the tombstone of stories", e);
        }
    }
}
