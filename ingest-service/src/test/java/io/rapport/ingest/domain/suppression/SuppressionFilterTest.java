package io.rapport.ingest.domain.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PersonErasedBuilder;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.clientlist.ClientListIntake;
import io.rapport.ingest.domain.clientlist.ClientListReceipt;
import io.rapport.ingest.domain.clientlist.InMemoryClientDigestRepository;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.input.SampleRows;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class SuppressionFilterTest {

    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final SuppressionHashes suppressions = new SuppressionHashes("a secret of this installation");
    private final SuppressionFilter filter = new SuppressionFilter(sink, suppressions, () -> true);
    private final EngagementIntake intake = new EngagementIntake(SampleRows.REQUEST, SampleRows.HASHES, filter, sink);
    private final InMemoryClientDigestRepository digests = new InMemoryClientDigestRepository();

    @BeforeEach
    void eraseAnn() {
        suppressions.add(erased());
    }

    private PersonErased erased() {
        var brand = SampleRows.REQUEST.brandKey();
        var hashes = List.of(
                suppressions.hashHandle(new HandleKey(brand, "x", "ann")),
                suppressions.hashHandle(new HandleKey(brand, "x", "ann writes")),
                suppressions.hashContact(
                        brand, SampleRows.HASHES.hashEmail(brand.agency(), "ann@example.com", "email")),
                suppressions.hashContact(
                        brand, SampleRows.HASHES.hashEmail(brand.agency(), "annlee@gmail.com", "email")),
                suppressions.hashClient(brand, "c1"));
        return PersonErasedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .erasure(UUID.randomUUID())
                .people(List.of(UUID.randomUUID()))
                .handles(hashes.subList(0, 1))
                .suppressed(hashes)
                .keyCheck(suppressions.keyCheck(brand.agency()))
                .by("test")
                .at(SampleRows.NOW)
                .parts(List.of())
                .version(1)
                .build();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "email, annlee@gmail.com",
        "email, Ann.Lee@gmail.com",
        "email, a.n.n.l.e.e@gmail.com",
        "email, annlee+shop@gmail.com",
        "email, annlee@googlemail.com",
        "email, Ann Lee <ann.lee+x@googlemail.com>",
        "email, ann+news@example.com",
        "id, ann@example.com",
        "id, mailto:Ann@example.com",
        "id, ann.lee@googlemail.com",
        "name, ann+1@example.com",
        "name, mailto:annlee@gmail.com?subject=x",
        "displayName, Ann (ann@example.com)",
        "displayName, Ann.Lee+tag@gmail.com",
    })
    void anErasedAddressIsRecognisedInEverySpellingAndPlace(String field, String written) {
        var actor = new LinkedHashMap<String, Object>(Map.of("id", "z1"));
        actor.put(field, written);
        var row = SampleRows.rowWith("actor", actor);
        row.put("channel", "email");
        take(row);

        assertThat(intake.complete().rejected())
                .extracting(RowRejection::code)
                .containsExactly(RejectionCode.SUPPRESSED);
        assertThat(sink.rejected).allMatch(each -> each.raw().isEmpty());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "email, ann@example.com",
        "email, other@example.org ::: ann@example.com",
        "email, Ann.Lee+x@googlemail.com",
        "email, other@example.org; annlee@googlemail.com",
        "E-mail 2 - Value, ann@example.com",
        "id, ann@example.com",
        "id, ann+x@example.com",
        "name, Ann <ann@example.com>",
        "twitter, ann",
        "twitter, https://x.com/ann",
    })
    void aClientWithAnyContactOfAnErasedPersonIsRejected(String column, String cell) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", "77");
        row.put("name", "Someone");
        row.put(column, cell);

        assertThat(list(row).rejected()).extracting(RowRejection::code).containsExactly(RejectionCode.SUPPRESSED);
    }

    @Test
    void rejectsAndRedactsAnEngagementOfAnErasedPerson() {
        take(SampleRows.row());
        take(SampleRows.rowWith("actor.email", "ann@example.com"));
        take(SampleRows.rowWith("actor", new LinkedHashMap<>(Map.of("id", "bob", "email", "Ann@example.com"))));
        take(SampleRows.rowWith("actor", new LinkedHashMap<>(Map.of("name", "@Ann Writes"))));

        var receipt = intake.complete();

        assertThat(receipt.accepted()).isZero();
        assertThat(receipt.rejected()).hasSize(4).allSatisfy(row -> {
            assertThat(row.code()).isEqualTo(RejectionCode.SUPPRESSED);
            assertThat(row.message()).doesNotContainIgnoringCase("ann@").contains("erased");
        });
        assertThat(sink.accepted).isEmpty();
        assertThat(sink.countedRejected).isEqualTo(4);
        assertThat(sink.rejected).hasSize(4).allSatisfy(row -> {
            assertThat(row.raw()).isEmpty();
            assertThat(row.engagement()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id; ann@example.com",
                "id; mailto:Ann@Example.com",
                "id; Ann Lee <ann@example.com>",
                "id; ann%40example.com",
                "name; ann@example.com",
                "name; MAILTO:ann@example.com?subject=x",
                "name; <ann@example.com>",
                "displayName; ann@example.com",
                "displayName; Ann (ann@example.com)",
                "displayName; \u200Bann@example.com",
                "email; ann@example.com"
            })
    void rejectsAnErasedAddressWhereverItStands(String field, String address) {
        var actor = new LinkedHashMap<String, Object>(Map.of("id", "z1"));
        actor.put(field, address);
        var row = SampleRows.rowWith("actor", actor);
        row.put("channel", "email");

        take(row);

        assertThat(intake.complete().rejected())
                .extracting(RowRejection::code)
                .containsExactly(RejectionCode.SUPPRESSED);
        assertThat(sink.rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.raw()).isEmpty());
    }

    @Test
    void theHashedIdIsRejectedBesidesAnotherAddress() {
        var row = SampleRows.rowWith(
                "actor", new LinkedHashMap<>(Map.of("id", "ann@example.com", "email", "other@example.com")));
        row.put("channel", "email");

        take(row);

        assertThat(intake.complete().rejected()).hasSize(1);
    }

    @Test
    void acceptsEngagementsOfOtherPersons() {
        take(SampleRows.rowWith("actor", new LinkedHashMap<>(Map.of("id", "annette"))));
        take(other("channel", "mastodon"));

        assertThat(intake.complete().accepted()).isEqualTo(2);
    }

    @Test
    void mentionsOfAnErasedPersonAreLeftOut() {
        var row = SampleRows.rowWith("actor", new LinkedHashMap<>(Map.of("id", "annette")));
        row.put("mentions", List.of("ann", "bob"));
        take(row);
        var onlyAnn = SampleRows.rowWith("actor", new LinkedHashMap<>(Map.of("id", "annette")));
        onlyAnn.put("sourceId", "only-ann");
        onlyAnn.put("mentions", List.of("ann"));
        take(onlyAnn);

        assertThat(sink.accepted).extracting(EngagementReceived::mentions).containsExactly(List.of("bob"), null);
    }

    @Test
    void reportsAndRedactsAnInvalidRowOfAnErasedPerson() {
        take(SampleRows.rowWith("kind", "LIKE"));
        var bobs = SampleRows.rowWith("kind", "LIKE");
        bobs.put("actor", Map.of("id", "bob"));
        take(bobs);

        assertThat(intake.complete().rejected())
                .extracting(RowRejection::code)
                .containsExactly(RejectionCode.UNKNOWN_VALUE, RejectionCode.UNKNOWN_VALUE);
        assertThat(sink.rejected.get(0).raw()).isEmpty();
        assertThat(sink.rejected.get(1).raw()).contains("bob");
    }

    @Test
    void skipsErasedClientsAndTreatsTheListAsComplete() {
        var rows = List.of(
                new SampleRows.SampleRow(2, listed("c1", "Somebody", "", "")),
                new SampleRows.SampleRow(3, listed("c2", "Ann", "ann@example.com", "")),
                new SampleRows.SampleRow(4, listed("c3", "Ann", "", "@Ann")),
                new SampleRows.SampleRow(5, listed("c4", "Bob", "", "bob")));
        var columns = ClientListColumns.detect(
                List.of("client", "name", "email", "x"), List.<InputRow>copyOf(rows), Map.of(), Map.of());
        var clients = new ClientListIntake(SampleRows.REQUEST, columns, SampleRows.HASHES, filter, digests);
        rows.forEach(clients::process);

        var receipt = clients.complete(true, () -> {});

        assertThat(receipt.rejected())
                .extracting(RowRejection::code)
                .containsExactly(RejectionCode.SUPPRESSED, RejectionCode.SUPPRESSED, RejectionCode.SUPPRESSED);
        assertThat(receipt.removalRefusal()).isNull();
        assertThat(sink.clients)
                .singleElement()
                .satisfies(row -> assertThat(row.client()).isEqualTo("c4"));
        assertThat(sink.rejected).allSatisfy(row -> assertThat(row.raw()).isEmpty());
    }

    @Test
    void deletesTheStoredDataOfAnErasedPerson() {
        digests.saveAll(
                SampleRows.REQUEST.brandKey(),
                List.of(
                        new ClientDigestRepository.ClientDigest("c1", "digest", null, false),
                        new ClientDigestRepository.ClientDigest("c4", "digest", null, false)));
        var erasing = new IntakeErasureProcessor(new NoRejections(), digests, suppressions);

        assertThat(erasing.erase(erased())).isEqualTo(Map.of("rejected", 0L, "clients", 1L));
        assertThat(erasing.erase(erased())).isEqualTo(Map.of("rejected", 0L, "clients", 0L));
        assertThat(digests.find(SampleRows.REQUEST.brandKey(), List.of("c1", "c4")))
                .containsOnlyKeys("c4");
    }

    private static final class NoRejections implements RejectionRepository {

        @Override
        public void createIndexes() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void saveAll(List<EngagementRejected> rejected) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<EngagementRejected> find(BrandKey brand, RejectionCode code, String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<EngagementRejected> find(BrandKey brand, Collection<UUID> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeAll(List<EngagementRejected> rejected) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long removeIf(BrandKey brand, Predicate<EngagementRejected> chosen) {
            return 0;
        }
    }

    @Test
    void failsUntilErasuresAreLoaded() {
        var closed = new SuppressionFilter(sink, suppressions, () -> false);
        var early = new EngagementIntake(SampleRows.REQUEST, SampleRows.HASHES, closed, sink);

        for (var row : List.of(SampleRows.rowWith("actor.id", "bob"), SampleRows.rowWith("kind", "none"))) {
            assertThatThrownBy(() -> early.process(new SampleRows.SampleRow(0, row)))
                    .isInstanceOf(StateNotLoadedException.class);
        }
        assertThat(sink.accepted).isEmpty();
        assertThat(sink.rejected).isEmpty();
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
    void findsErasedPersonsInAnyTextFormat(String text) {
        assertThat(SuppressedMentionScanner.mentionsSuppressed(suppressions, SampleRows.REQUEST.brandKey(), text))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"channel\":\"x\",\"actor\":{\"id\":\"annette\"",
                "crm,17,mastodon,COMMENT,ann,hello",
                "planning manner"
            })
    void doesNotMatchOtherPersons(String text) {
        assertThat(SuppressedMentionScanner.mentionsSuppressed(suppressions, SampleRows.REQUEST.brandKey(), text))
                .isFalse();
    }

    private ClientListReceipt list(Map<String, Object> cells) {
        var row = List.<InputRow>of(new SampleRows.SampleRow(2, cells));
        var columns = ClientListColumns.detect(List.copyOf(cells.keySet()), row, Map.of(), Map.of());
        var clients = new ClientListIntake(SampleRows.REQUEST, columns, SampleRows.HASHES, filter, digests);
        row.forEach(clients::process);
        return clients.complete(false, () -> {});
    }

    private int n;

    private void take(Map<String, Object> row) {
        row.put("sourceId", String.valueOf(n));
        intake.process(new SampleRows.SampleRow(n++, row));
    }

    private static Map<String, Object> listed(String client, String name, String email, String x) {
        var row = new LinkedHashMap<String, Object>(Map.of("client", client, "name", name, "email", email, "x", x));
        row.values().removeIf(""::equals);
        return row;
    }

    private static Map<String, Object> other(String field, Object value) {
        return SampleRows.rowWith(field, value);
    }
}
