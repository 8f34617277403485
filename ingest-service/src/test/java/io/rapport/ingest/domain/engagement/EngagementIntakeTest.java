package io.rapport.ingest.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.input.SampleRows;
import io.rapport.ingest.domain.input.SampleRows.SampleRow;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementIntakeTest {

    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final EngagementIntake intake = new EngagementIntake(SampleRows.REQUEST, SampleRows.HASHES, sink, sink);

    private void take(int index, Map<String, Object> row) {
        intake.process(new SampleRow(index, row));
    }

    @Test
    void countsEveryRowOnce() {
        take(0, SampleRows.row());
        take(1, SampleRows.row());
        take(2, SampleRows.rowWith("sourceId", "2"));
        take(3, SampleRows.rowWith("kind", "LIKE"));

        var receipt = intake.complete();

        assertThat(receipt.accepted()).isEqualTo(2).isEqualTo(sink.countedAccepted);
        assertThat(receipt.duplicates()).isOne().isEqualTo(sink.countedDuplicate);
        assertThat(receipt.rejected()).hasSize(1).hasSize(sink.countedRejected);
        assertThat(sink.accepted).hasSize(2);
    }

    @Test
    void rejectsTheSameIdWithAnotherBodyAsConflict() {
        take(0, SampleRows.row());
        take(1, SampleRows.rowWith("content.text", "changed"));
        take(2, SampleRows.row());

        var receipt = intake.complete();

        assertThat(receipt.accepted()).isOne();
        assertThat(receipt.duplicates()).isOne();
        assertThat(receipt.rejected()).singleElement().satisfies(row -> {
            assertThat(row.index()).isOne();
            assertThat(row.code()).isEqualTo(RejectionCode.CONFLICT);
        });
        assertThat(sink.accepted).singleElement().hasFieldOrPropertyWithValue("content", null);
    }

    @ParameterizedTest
    @CsvSource({
        "followers,101",
        "bio,new",
        "name,ann2",
        "displayName,Ann B",
        "location,Oslo",
        "url,https://x.com/ann",
        "email,ann@example.com",
        "phone,+47 911 22 333",
        "bot,true",
        "relMe,https://ann.example",
        "webFinger,ann@social.example"
    })
    void aChangedProfileOfTheSameEngagementIsNewsOfTheAccount(String field, String value) {
        take(0, SampleRows.row());
        take(1, SampleRows.rowWith("actor." + field, value));
        take(2, SampleRows.rowWith("actor." + field, value));

        var receipt = intake.complete();

        assertThat(receipt.rejected()).isEmpty();
        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.duplicates()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"channel,facebook", "kind,COMMENT", "actor.id,bob", "content.text,other", "value.amount,5"})
    void aChangedBodyOfTheSameEngagementIsAConflict(String field, String value) {
        take(0, SampleRows.row());
        take(1, SampleRows.rowWith(field, value));

        assertThat(intake.complete().rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.code()).isEqualTo(RejectionCode.CONFLICT));
    }

    @Test
    void bodiesAreComparedWithinARevisionOnly() {
        take(0, revised("first", null));
        take(1, revised("second", 7));
        take(2, revised("second", "7"));
        take(3, revised("third", 7));
        take(4, revised("first", 0));

        var receipt = intake.complete();

        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.duplicates()).isEqualTo(2);
        assertThat(receipt.rejected()).singleElement().satisfies(row -> {
            assertThat(row.index()).isEqualTo(3);
            assertThat(row.code()).isEqualTo(RejectionCode.CONFLICT);
            assertThat(row.message()).contains("higher revision");
        });
        assertThat(sink.accepted).extracting("revision").containsExactly(null, 7L);
    }

    @Test
    void withdrawalsOfARevisionAreDuplicatesWhateverElseTheySay() {
        take(0, revised("first", 3));
        take(1, withdrawn("first", 3));
        take(2, withdrawn("deleted", 3));
        take(3, withdrawn("deleted", null));

        var receipt = intake.complete();

        assertThat(receipt.rejected()).isEmpty();
        assertThat(receipt.accepted()).isEqualTo(3);
        assertThat(receipt.duplicates()).isOne();
    }

    private static Map<String, Object> revised(String text, Object revision) {
        var row = SampleRows.rowWith("content.text", text);
        if (revision != null) {
            row.put("revision", revision);
        }
        return row;
    }

    private static Map<String, Object> withdrawn(String text, Object revision) {
        var row = revised(text, revision);
        row.put("withdrawn", true);
        return row;
    }

    @Test
    void listsWarningsOfAcceptedRowsOnly() {
        take(4, SampleRows.rowWith("actor.email", "n/a"));
        var rejected = SampleRows.rowWith("actor.email", "n/a");
        rejected.put("kind", "LIKE");
        take(5, rejected);

        assertThat(intake.complete().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.index()).isEqualTo(4);
            assertThat(warning.field()).isEqualTo("actor.email");
            assertThat(warning.message()).contains("is not an e-mail address");
        });
    }

    @Test
    void redactsAnAddressThatStandsForAnAccountInRejectedRows() {
        var row = SampleRows.rowWith("actor.id", "ann@example.com");
        row.put("kind", "LIKE");

        take(0, row);

        assertThat(sink.rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.raw()).doesNotContain("example.com"));
    }

    @Test
    void publishesARejectedRowWithItsOrigin() {
        take(5, SampleRows.rowWith("kind", "LIKE"));
        take(6, Map.of("source", "test"));

        assertThat(sink.rejected.get(0)).satisfies(row -> {
            assertThat(row.raw()).isEqualTo(SampleRows.rowWith("kind", "LIKE").toString());
            assertThat(row.source()).isEqualTo("test");
            assertThat(row.origin()).isEqualTo("request " + SampleRows.REQUEST.id() + ", row 5");
            assertThat(row.engagement()).isNotNull();
            assertThat(row.by()).isEqualTo("ingest");
        });
        assertThat(sink.rejected.get(1).engagement()).isNull();
        assertThat(sink.rejected.get(1).id()).isNotEqualTo(sink.rejected.get(0).id());
    }

    @Test
    void redactsContactsInRejectedRows() {
        var row = SampleRows.rowWith("actor.email", "ann@example.com");
        row.put("kind", "LIKE");

        take(0, row);

        assertThat(sink.rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.raw())
                        .doesNotContain("ann@example.com")
                        .contains("(struck out)"));
    }

    @Test
    void completesOnlyAfterAcknowledgement() {
        sink.acknowledgement = new CompletableFuture<>();
        take(0, SampleRows.row());
        assertThat(sink.countedAccepted).isZero();

        sink.acknowledgement.completeExceptionally(new IllegalStateException("away"));

        assertThatThrownBy(intake::complete).isInstanceOf(DeliveryFailedException.class);
        assertThat(sink.countedAccepted).isZero();
    }

    @Test
    void theFirstFailureAbortsARequest() {
        sink.acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("away"));

        assertThatThrownBy(() -> take(0, SampleRows.row())).isInstanceOf(DeliveryFailedException.class);
    }
}
