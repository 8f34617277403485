package io.rapport.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.Suppressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarrierTest {

    private final MemoryOutlet outlet = new MemoryOutlet();
    private final Suppressions suppressions = new Suppressions("a secret of this installation");
    private final Barrier barrier = new Barrier(outlet, suppressions, () -> true);
    private final Intake intake = new Intake(Samples.ARRIVAL, Samples.HASHES, barrier, outlet);
    private final ClientIntake clients = new ClientIntake(Samples.ARRIVAL, Samples.HASHES, barrier);

    @BeforeEach
    void eraseAnn() {
        var brand = Samples.ARRIVAL.key();
        var hashes = List.of(
                suppressions.ofHandle(new HandleKey(brand, "x", "ann")),
                suppressions.ofHandle(new HandleKey(brand, "x", "ann writes")),
                suppressions.ofContact(brand, Samples.HASHES.hash(brand.agency(), "ann@example.com", "email")),
                suppressions.ofClient(brand, "c1"));
        suppressions.learn(new PersonErased(
                brand.agency(),
                brand.brand(),
                UUID.randomUUID(),
                List.of(UUID.randomUUID()),
                hashes.subList(0, 1),
                hashes,
                suppressions.keyCheck(brand.agency()),
                "test",
                null,
                Samples.NOW,
                List.of(),
                1));
    }

    @Test
    void anEngagementOfSomebodyErasedIsRejectedAndNothingOfItIsKept() {
        take(Samples.row());
        take(Samples.rowWith("actor.email", "ann@example.com"));
        take(Samples.rowWith("actor", new LinkedHashMap<>(Map.of("id", "bob", "email", "Ann@example.com"))));
        take(Samples.rowWith("actor", new LinkedHashMap<>(Map.of("name", "@Ann Writes"))));

        var receipt = intake.receipt();

        assertThat(receipt.accepted()).isZero();
        assertThat(receipt.rejected()).hasSize(4).allSatisfy(row -> {
            assertThat(row.code()).isEqualTo(RejectionCode.SUPPRESSED);
            assertThat(row.message()).doesNotContainIgnoringCase("ann@").contains("erased");
        });
        assertThat(outlet.accepted).isEmpty();
        assertThat(outlet.countedRejected).isEqualTo(4);
        assertThat(outlet.rejected).hasSize(4).allSatisfy(row -> {
            assertThat(row.raw()).isEmpty();
            assertThat(row.engagement()).isNull();
        });
    }

    @Test
    void everybodyElsePasses() {
        take(Samples.rowWith("actor", new LinkedHashMap<>(Map.of("id", "annette"))));
        take(other("channel", "mastodon"));

        assertThat(intake.receipt().accepted()).isEqualTo(2);
    }

    @Test
    void whatIsWrongWithARowOfSomebodyErasedIsToldAndNothingOfItIsKept() {
        take(Samples.rowWith("kind", "LIKE"));
        var bobs = Samples.rowWith("kind", "LIKE");
        bobs.put("actor", Map.of("id", "bob"));
        take(bobs);

        assertThat(intake.receipt().rejected())
                .extracting(Receipt.Rejected::code)
                .containsExactly(RejectionCode.UNKNOWN_VALUE, RejectionCode.UNKNOWN_VALUE);
        assertThat(outlet.rejected.get(0).raw()).isEmpty();
        assertThat(outlet.rejected.get(1).raw()).contains("bob");
    }

    @Test
    void rowsOfTheClientListArePassedOverToo() {
        list(Map.of("client", "c1", "name", "Somebody"));
        list(Map.of("client", "c2", "email", "ann@example.com"));
        list(Map.of("client", "c3", "x", "@Ann"));
        list(Map.of("client", "c4", "x", "bob"));

        var receipt = clients.receipt();

        assertThat(receipt.rejected())
                .extracting(Receipt.Rejected::code)
                .containsExactly(RejectionCode.SUPPRESSED, RejectionCode.SUPPRESSED, RejectionCode.SUPPRESSED);
        assertThat(outlet.clients)
                .singleElement()
                .satisfies(row -> assertThat(row.client()).isEqualTo("c4"));
    }

    @Test
    void nothingPassesBeforeItIsKnownWhoWasErased() {
        var closed = new Barrier(outlet, suppressions, () -> false);
        var early = new Intake(Samples.ARRIVAL, Samples.HASHES, closed, outlet);

        assertThatThrownBy(() -> early.take(new Samples.SampleRow(0, Samples.rowWith("actor.id", "bob"))))
                .isInstanceOf(NotDelivered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channel\":\"x\",\"actor\":{\"id\":\"ann\"",
                "crm,17,x,COMMENT,ann,hello",
                "{source=crm, channel=x, text=thanks @Ann!, for @ann}",
                "\"ann writes\";x;2026-01-01",
                "[broken ann"
            })
    void theErasedAreFoundInTextOfAnyForm(String text) {
        assertThat(Mentions.inText(suppressions, Samples.ARRIVAL.key(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"channel\":\"x\",\"actor\":{\"id\":\"annette\"",
                "crm,17,mastodon,COMMENT,ann,hello",
                "planning manner"
            })
    void othersAreNot(String text) {
        assertThat(Mentions.inText(suppressions, Samples.ARRIVAL.key(), text)).isFalse();
    }

    private int n;

    private void take(Map<String, Object> row) {
        row.put("sourceId", String.valueOf(n));
        intake.take(new Samples.SampleRow(n++, row));
    }

    private void list(Map<String, Object> row) {
        clients.take(new Samples.SampleRow(n++, new LinkedHashMap<>(row)));
    }

    private static Map<String, Object> other(String field, Object value) {
        return Samples.rowWith(field, value);
    }
}
