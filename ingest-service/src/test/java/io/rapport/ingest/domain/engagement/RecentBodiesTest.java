package io.rapport.ingest.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.input.SampleRows;
import io.rapport.ingest.domain.input.SampleRows.SampleRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentBodiesTest {

    private static final Map<Class<?>, Object> SAMPLES =
            Map.of(String.class, "other", Long.class, 1L, Boolean.class, true, List.class, List.of("other"));

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

    @Test
    void everyFieldOfAProfileIsCompared() throws ReflectiveOperationException {
        var fields = Actor.class.getRecordComponents();
        for (var changed = 0; changed < fields.length; changed++) {
            var values = new Object[fields.length];
            values[0] = "ann";
            var before = body(values);
            values[changed] = SAMPLES.get(fields[changed].getType());

            assertThat(body(values).profile()).as(fields[changed].getName()).isNotEqualTo(before.profile());
        }
    }

    private static RecentBodies.Body body(Object... profile) throws ReflectiveOperationException {
        var actor = (Actor) Actor.class.getDeclaredConstructors()[0].newInstance(profile);
        var engagement = new EngagementReader(SampleRows.REQUEST, SampleRows.HASHES)
                .read(SampleRows.row(), (field, warning) -> {});
        return RecentBodies.Body.of(
                EngagementReceivedBuilder.builder(engagement).actor(actor).build());
    }

    private void send(String name, int count) {
        for (var i = 0; i < count; i++) {
            intake.process(new SampleRow(i, SampleRows.rowWith("sourceId", name + i)));
            sink.accepted.clear();
        }
    }
}
