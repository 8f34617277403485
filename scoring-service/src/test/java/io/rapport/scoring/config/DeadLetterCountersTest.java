package io.rapport.scoring.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.metrics.MicrometerScoringCounters;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class DeadLetterCountersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void theCountersOfTheTopicsOfATopologyAreZero() {
        var topology = new Topology().addSource("source", Topic.ENGAGEMENT_RECEIVED.name(), "repartition");

        DeadLetterCounters.register(topology, meters);

        assertThat(meters.find("rapport.dead.letters").counters())
                .singleElement()
                .satisfies(counter -> {
                    assertThat(counter.getId().getTag("topic")).isEqualTo(Topic.ENGAGEMENT_RECEIVED.name());
                    assertThat(counter.count()).isZero();
                });
    }

    @Test
    void allOutcomesOfABrandExistFromItsFirstEngagement() {
        new MicrometerScoringCounters(meters).engagement("acme|shoes", EngagementOutcome.values()[0]);

        assertThat(meters.find("rapport.scoring.engagements").counters())
                .hasSameSizeAs(EngagementOutcome.values())
                .satisfiesOnlyOnce(counter -> assertThat(counter.count()).isOne());
    }
}
