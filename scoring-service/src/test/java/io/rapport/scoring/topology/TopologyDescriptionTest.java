package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.scoring.metrics.ScoringCounters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Freezes the description of the topology: a changed name of a store or an internal topic would lose state. After an
 * intended change, update the file.
 */
class TopologyDescriptionTest {

    @Test
    void equalsTheFrozenDescription() throws IOException {
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
