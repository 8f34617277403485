package io.rapport.messaging.publish;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.messaging.json.JsonSerde;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Publishes what this service has deleted of erased people. */
public final class ErasureReportPublisher {

    private static final JsonSerde<ErasureDone> DONE = new JsonSerde<>(ErasureDone.class);

    private final EventPublisher publisher;
    private final String service;
    private final Clock clock;

    /** Publishes as the given service. */
    public ErasureReportPublisher(EventPublisher publisher, String service, Clock clock) {
        this.publisher = publisher;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Publishes that a subject was deleted completely; returns after the broker's acknowledgement.
     *
     * @param subject the hash of a handle, the id of a person, or the id of the erasure
     * @param removed the number of deleted records by kind
     * @throws IllegalStateException if the broker did not acknowledge; the report must then be published again
     */
    public void publish(BrandKey brand, String subject, Map<String, Long> removed) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var done = new ErasureDone(brand.agency(), brand.brand(), service, subject, removed, at);
        var event = CloudEvent.state(Topic.ERASURE_DONE, service, done.key(), at.toEpochMilli(), at);
        try {
            publisher
                    .publish(Topic.ERASURE_DONE.name(), DONE.write(done), event)
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The erasure report was not acknowledged", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing the erasure report", e);
        }
    }
}
