package io.rapport.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class BarrierTest {

    private final MemoryOutlet outlet = new MemoryOutlet();
    private final SuppressionHashes suppressions = new SuppressionHashes("a secret of this installation");
    private final Barrier barrier = new Barrier(outlet, suppressions, () -> true);
    private final Intake intake = new Intake(Samples.ARRIVAL, Samples.HASHES, barrier, outlet);
    private final MemoryClients store = new MemoryClients();

    @BeforeEach
    void eraseAnn() {
        suppressions.learn(erased());
    }

    private PersonErased erased() {
        var brand = Samples.ARRIVAL.key();
        var hashes = List.of(
                suppressions.ofHandle(new HandleKey(brand, "x", "ann")),
                suppressions.ofHandle(new HandleKey(brand, "x", "ann writes")),
                suppressions.ofContact(brand, Samples.HASHES.hash(brand.agency(), "ann@example.com", "email")),
                suppressions.ofClient(brand, "c1"));
        return new PersonErased(
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
                1);
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
    void rowsOfTheClientListArePassedOverTooAndTheListIsWholeWithoutThem() {
        var rows = List.of(
                new Samples.SampleRow(2, listed("c1", "Somebody", "", "")),
                new Samples.SampleRow(3, listed("c2", "Ann", "ann@example.com", "")),
                new Samples.SampleRow(4, listed("c3", "Ann", "", "@Ann")),
                new Samples.SampleRow(5, listed("c4", "Bob", "", "bob")));
        var columns = ClientColumns.of(
                List.of("client", "name", "email", "x"),
                List.<Row>copyOf(rows),
                new ClientColumns.Said(Map.of(), Map.of()));
        var clients =
                new ClientIntake(Samples.ARRIVAL, columns, new ClientIntake.ClientDesk(Samples.HASHES, barrier, store));
        rows.forEach(clients::take);

        var receipt = clients.receipt(true, () -> {});

        assertThat(receipt.rejected())
                .extracting(Receipt.Rejected::code)
                .containsExactly(RejectionCode.SUPPRESSED, RejectionCode.SUPPRESSED, RejectionCode.SUPPRESSED);
        assertThat(receipt.kept()).isNull();
        assertThat(outlet.clients)
                .singleElement()
                .satisfies(row -> assertThat(row.client()).isEqualTo("c4"));
        assertThat(outlet.rejected).allSatisfy(row -> assertThat(row.raw()).isEmpty());
    }

    @Test
    void whatIsHeldOfThemIsForgotten() {
        store.put(
                Samples.ARRIVAL.key(),
                List.of(
                        new ClientStore.Entry("c1", "digest", null, false),
                        new ClientStore.Entry("c4", "digest", null, false)));
        var erasing = new Erasing(new NoRejections(), store, suppressions);

        assertThat(erasing.forget(erased())).isEqualTo(Map.of("rejected", 0L, "clients", 1L));
        assertThat(erasing.forget(erased())).isEqualTo(Map.of("rejected", 0L, "clients", 0L));
        assertThat(store.find(Samples.ARRIVAL.key(), List.of("c1", "c4"))).containsOnlyKeys("c4");
    }

    private static final class NoRejections implements Rejections {

        @Override
        public void index() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keep(List<EngagementRejected> rejected) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<EngagementRejected> find(BrandKey brand, RejectionCode code, String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long remove(BrandKey brand, Predicate<EngagementRejected> chosen) {
            return 0;
        }
    }

    @Test
    void nothingPassesBeforeItIsKnownWhoWasErased() {
        var closed = new Barrier(outlet, suppressions, () -> false);
        var early = new Intake(Samples.ARRIVAL, Samples.HASHES, closed, outlet);

        for (var row : List.of(Samples.rowWith("actor.id", "bob"), Samples.rowWith("kind", "none"))) {
            assertThatThrownBy(() -> early.take(new Samples.SampleRow(0, row))).isInstanceOf(NotReadYet.class);
        }
        assertThat(outlet.accepted).isEmpty();
        assertThat(outlet.rejected).isEmpty();
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

    private static Map<String, Object> listed(String client, String name, String email, String x) {
        var row = new LinkedHashMap<String, Object>(Map.of("client", client, "name", name, "email", email, "x", x));
        row.values().removeIf(""::equals);
        return row;
    }

    private static Map<String, Object> other(String field, Object value) {
        return Samples.rowWith(field, value);
    }
}
