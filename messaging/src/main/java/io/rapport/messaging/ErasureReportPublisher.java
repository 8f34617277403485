package io.rapport.messaging;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.ErasureDone;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Tells what this service has removed of people who were erased. */
public final class ErasureReportPublisher {

    private static final JsonSerde<ErasureDone> DONE = new JsonSerde<>(ErasureDone.class);

    private final EventPublisher publisher;
    private final String service;
    private final Clock clock;

    /** Tells in the name of a service. */
    public ErasureReportPublisher(EventPublisher publisher, String service, Clock clock) {
        this.publisher = publisher;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Tells that all of a subject is gone, and returns when the broker has acknowledged it.
     *
     * @param subject the hash of a handle, the id of a person, or that of the erasure
     * @param removed how much of what
     * @throws IllegalStateException if the broker has not; then it is to be told again
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
            throw new IllegalStateException("What was erased is still to be told", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while telling what was erased", e);
        }
    }
}
