package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.scoring.metrics.ScoringCounters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Names of stores and internal topics are where state lives: a changed name is lost state. After a change that is meant,
 * write the new description to the file.
 */
class TopologyDescriptionTest {

    @Test
    void isAsItWasFrozen() throws IOException {
        var settings = ScoringStreamsSettings.complete(
                ScoringTopologyDriver.given(), ScoringTopologyDriver.DEAD_LETTERS, ScoringCounters.NONE);
        var topology = new ScoringTopology(ScoringCounters.NONE, new SuppressionHashes(null)).build(settings);

        assertThat(topology.describe().toString().strip()).isEqualTo(frozen().strip());
    }

    private static String frozen() throws IOException {
        try (var in = TopologyDescriptionTest.class.getResourceAsStream("topology.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
