package io.rapport.identity.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.messaging.projection.ProjectionRunner;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gauges of the outbox size and of the consumer lag. */
final class IdentityGauges {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityGauges.class);
    private static final int MAX_COUNT = 500;

    private final HandleRepository handles;
    private final PersonRepository people;
    private final AtomicLong outboxSize = new AtomicLong();

    IdentityGauges(HandleRepository handles, PersonRepository people, ProjectionRunner runner, MeterRegistry meters) {
        this.handles = handles;
        this.people = people;
        meters.gauge(IdentityMetric.OUTBOX_SIZE.metricName(), outboxSize);
        meters.gauge(IdentityMetric.LAG.metricName(), runner, running -> running.lag(Topic.ENGAGEMENT_RECEIVED));
    }

    /** Counts the unpublished states, up to a limit each for handles and people. */
    void refresh() {
        try {
            outboxSize.set(handles.findUnpublished(MAX_COUNT).size()
                    + people.findUnpublished(MAX_COUNT).size());
        } catch (RuntimeException e) {
            LOG.warn("The size of the outbox could not be counted: {}", e.toString());
        }
    }
}
