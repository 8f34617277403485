package io.rapport.ingest.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.input.SampleRows;
import io.rapport.ingest.domain.input.SampleRows.SampleRow;
import org.junit.jupiter.api.Test;

class RecentBodiesTest {

    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final EngagementIntake intake = new EngagementIntake(SampleRows.REQUEST, SampleRows.HASHES, sink, sink);

    @Test
    void aRepetitionIsFoundAmongTheNewestRowsAndMemoryIsBounded() {
        send("first", 1);
        send("row-", RecentBodies.SIZE - 1);
        send("first", 1);
        assertThat(intake.counts(0).duplicates()).isOne();

        send("later-", 2 * RecentBodies.SIZE);
        send("first", 1);

        // Scoring counts it once.
        assertThat(intake.counts(0).duplicates()).isOne();
        assertThat(intake.counts(0).accepted()).isEqualTo(3L * RecentBodies.SIZE + 1);
    }

    private void send(String name, int count) {
        for (var i = 0; i < count; i++) {
            intake.process(new SampleRow(i, SampleRows.rowWith("sourceId", name + i)));
            sink.accepted.clear();
        }
    }
}
