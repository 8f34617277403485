package io.rapport.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.ingest.domain.Samples.SampleRow;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientIntakeTest {

    private final MemoryOutlet outlet = new MemoryOutlet();
    private final ClientIntake intake = new ClientIntake(Samples.ARRIVAL, Samples.HASHES, outlet);

    private void take(int index, Map<String, Object> row) {
        intake.take(new SampleRow(index, row));
    }

    @Test
    void sortsColumnsIntoHandlesAndFields() {
        take(
                2,
                Map.of(
                        "id",
                        "17",
                        "name",
                        "Ann Lee",
                        "email",
                        "Ann@Example.com",
                        "x",
                        "@annlee",
                        "handle.threads",
                        "ann",
                        "city",
                        "=Oslo"));

        assertThat(outlet.clients).singleElement().satisfies(client -> {
            assertThat(client.client()).isEqualTo("17");
            assertThat(client.name()).isEqualTo("Ann Lee");
            assertThat(client.emailHash()).isEqualTo(Samples.HASHES.hash("nord", "ann@example.com", "email"));
            assertThat(client.handles())
                    .containsExactlyInAnyOrder(new ClientHandle("x", "annlee"), new ClientHandle("threads", "ann"));
            assertThat(client.fields()).containsExactly(Map.entry("city", "=Oslo"));
        });
    }

    @Test
    void namesTheColumnOfWhatItDoesNotAccept() {
        take(2, Map.of("name", "Ann"));
        take(3, Map.of("id", "1", "email", "nowhere"));
        take(4, Map.of("id", "2", "name", "A"));
        take(5, Map.of("client", "2", "name", "B"));
        take(6, Map.of("id", "2", "name", "A"));

        var receipt = intake.receipt();

        assertThat(receipt.accepted()).isOne();
        assertThat(receipt.duplicates()).isOne();
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::field).containsExactly("id", "email", "client");
        assertThat(receipt.rejected())
                .extracting(Receipt.Rejected::code)
                .containsExactly(RejectionCode.MISSING_FIELD, RejectionCode.INVALID_FIELD, RejectionCode.CONFLICT);
    }
}
