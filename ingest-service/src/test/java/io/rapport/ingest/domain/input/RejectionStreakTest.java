package io.rapport.ingest.domain.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.clientlist.ClientListSamples;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.registration.StaffListIntake;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A file of a million broken rows stops after the first 10 000, instead of storing a million rejections. */
class RejectionStreakTest {

    private static final int MAX = RejectionStreak.MAX_REJECTED_IN_A_ROW;

    private final RecordingEngagementSink sink = new RecordingEngagementSink();

    private static void assertStops(Consumer<InputRow> intake, Map<String, Object> broken, Map<String, Object> good) {
        for (var line = 2; line < MAX + 1; line++) {
            intake.accept(new SampleRows.SampleRow(line, broken));
        }
        intake.accept(new SampleRows.SampleRow(MAX + 1, good)); // The streak begins again.
        for (var line = 1; line < MAX; line++) {
            intake.accept(new SampleRows.SampleRow(MAX + 1 + line, broken));
        }
        var last = new SampleRows.SampleRow(2 * MAX + 1, broken);
        var stopped = catchThrowableOfType(RejectionStreakException.class, () -> intake.accept(last));
        assertThat(stopped).hasMessageContaining("stopped at line 20001").hasMessageContaining("10000 rows in a row");
        assertThat(stopped.first().index()).isEqualTo(MAX + 2);
        assertThat(stopped.message()).contains(stopped.first().message());
    }

    @Test
    void stopsAClientList() {
        var intake = ClientListSamples.intake(sink);

        assertStops(intake::process, Map.of("email", "nowhere"), Map.of("id", "1", "name", "Ann"));
        assertThat(sink.rejected).hasSize(2 * MAX - 1);
    }

    @Test
    void stopsAFileOfEngagements() {
        var intake = new EngagementIntake(SampleRows.REQUEST, SampleRows.HASHES, sink, sink);

        assertStops(intake::process, SampleRows.rowWith("kind", "LIKE"), SampleRows.row());
    }

    @Test
    void stopsAStaffList() {
        var intake = new StaffListIntake(SampleRows.HASHES, "nord");

        assertStops(intake::process, Map.of("name", "Ann"), Map.of("channel", "x", "handle", "ann"));
    }

    @Test
    void aRejectionOfTheLastAllowedRowIsNotLost() {
        var streak = new RejectionStreak();
        var rejection = new RowRejection(7, "kind", RejectionCode.UNKNOWN_VALUE, "kind is 'LIKE'.");
        for (var n = 1; n < MAX; n++) {
            streak.rejected(rejection);
        }

        assertThatThrownBy(() -> streak.rejected(rejection)).hasMessageContaining("kind is 'LIKE'.");
    }
}
