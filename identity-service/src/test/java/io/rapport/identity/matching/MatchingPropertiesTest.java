package io.rapport.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.identity.matching.cluster.MatchResolution;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.text.TextNormalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MatchingPropertiesTest {

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().withCharRange('\u0590', '\u06FF').ofMaxLength(40),
                Arbitraries.of(
                        "a".repeat(10_000),
                        "🎉".repeat(5_000),
                        "\u202Eevil\u202C",
                        "Jo\u200B\u200Dhn",
                        "<script>alert(1)</script>",
                        "\u0130\u0131ẞ",
                        "\uD800",
                        "'; drop table",
                        "van der",
                        "Dr.",
                        "😀 Jane 😀"));
    }

    @Provide
    Arbitrary<List<MatchRecord>> brand() {
        Arbitrary<String> given = Arbitraries.of("Robert", "Bob", "Zelda", "Jane", "Ottilie", "R");
        Arbitrary<String> family = Arbitraries.of("Smith", "Vandermolen", "Kvaale", "Kvale", "Smith-Kvaale");
        Arbitrary<String> day = Arbitraries.of("", "1971-05-24", "1971-05-25", "1999-12-31");
        Arbitrary<String> phone = Arbitraries.of("", "p1", "p2", "p3");
        Arbitrary<MatchRecord> client = Combinators.combine(given, family, day, phone)
                .as((g, f, d, p) -> MatchRecord.client("")
                        .with(RecordField.FULL_NAME, g + " " + f)
                        .with(RecordField.BIRTH_DATE, d)
                        .with(RecordField.PHONE_HASH, p));
        Arbitrary<MatchRecord> handle = Combinators.combine(given, family, Arbitraries.of("x", "facebook"))
                .as((g, f, c) -> MatchRecord.handle("", new RecordAccount(c, g + f, null)));
        return Arbitraries.oneOf(client, handle)
                .list()
                .ofMinSize(2)
                .ofMaxSize(14)
                .map(MatchingPropertiesTest::numbered);
    }

    private static List<MatchRecord> numbered(List<MatchRecord> records) {
        List<MatchRecord> numbered = new ArrayList<>();
        for (MatchRecord record : records) {
            numbered.add(new MatchRecord("r" + numbered.size(), record.kind(), record.accounts(), record.values()));
        }
        return numbered;
    }

    private static MatchIndex index(List<MatchRecord> records) {
        MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);
        records.forEach(index::put);
        return index;
    }

    @Property(tries = 300)
    void normalizationIsIdempotent(@ForAll("text") String text) {
        String once = TextNormalizer.words(text);

        assertThat(TextNormalizer.words(once)).isEqualTo(once);
        assertThat(once).matches("([a-z0-9]+( [a-z0-9]+)*)?");
    }

    @Property(tries = 200)
    void arbitraryTextIsAccepted(@ForAll("text") String a, @ForAll("text") String b) {
        MatchRecord handle = MatchRecord.handle("h", new RecordAccount("x", b, a))
                .with(RecordField.DISPLAY_NAME, a)
                .with(RecordField.LINK, b);
        MatchRecord client = MatchRecord.client("c");
        for (RecordField field : RecordField.values()) {
            client = client.with(field, field.ordinal() % 2 == 0 ? a : b);
        }

        MatchResolution resolution = index(List.of(handle, client)).resolve(done -> {});

        assertThat(resolution.people().stream().flatMap(List::stream)).containsExactlyInAnyOrder("h", "c");
    }

    @Property(tries = 60)
    void comparisonIsSymmetric(@ForAll("brand") List<MatchRecord> brand) {
        MatchIndex index = index(brand);
        for (MatchRecord a : brand) {
            for (Match match : index.match(a)) {
                MatchRecord b = brand.get(Integer.parseInt(match.other().substring(1)));
                List<Match> back = index.match(b).stream()
                        .filter(other -> other.other().equals(a.id()))
                        .toList();
                // A loosely spelt handle finds the client, but the client does not find the handle.
                assertThat(back.isEmpty() && a.kind() == RecordKind.CLIENT && b.kind() == RecordKind.CLIENT)
                        .isFalse();
                assertThat(back).allSatisfy(other -> {
                    assertThat(other.outcome()).isEqualTo(match.outcome());
                    assertThat(other.probability()).isCloseTo(match.probability(), within(1e-9));
                });
            }
        }
    }

    @Property(tries = 60)
    void resultIsIndependentOfInsertionOrder(@ForAll("brand") List<MatchRecord> brand, @ForAll Random random) {
        List<MatchRecord> shuffled = new ArrayList<>(brand);
        Collections.shuffle(shuffled, random);

        assertThat(index(shuffled).resolve(done -> {})).isEqualTo(index(brand).resolve(done -> {}));
    }

    @Property(tries = 60)
    void cannotLinkIsNeverJoined(@ForAll("brand") List<MatchRecord> brand) {
        MatchIndex index = index(brand);
        index.forbid("r0", "r1");

        assertThat(index.resolve(done -> {}).people()).noneMatch(person -> person.containsAll(List.of("r0", "r1")));
    }

    @Property(tries = 60)
    void nameAloneNeverMerges(@ForAll("brand") List<MatchRecord> brand) {
        List<MatchRecord> named = brand.stream()
                .filter(record -> record.kind() == RecordKind.CLIENT)
                .map(record -> MatchRecord.client(record.id())
                        .with(
                                RecordField.FULL_NAME,
                                record.values(RecordField.FULL_NAME).get(0)))
                .toList();

        assertThat(index(named).resolve(done -> {}).merges()).isEmpty();
    }

    @Property(tries = 60)
    void eachRecordBelongsToOnePerson(@ForAll("brand") List<MatchRecord> brand) {
        assertThat(index(brand).resolve(done -> {}).people().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        brand.stream().map(MatchRecord::id).toList());
    }
}
