package io.rapport.identity.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.identity.matching.MatchIndex;
import io.rapport.identity.matching.outcome.MatchOutcome;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.text.StringSimilarity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonLevelsTest {

    private static final Set<String> AFFIXES = Set.of("rep", "official");

    @Test
    void jaroWinklerMatchesPublishedValues() {
        assertThat(StringSimilarity.jaroWinkler("martha", "marhta")).isCloseTo(0.9611, within(1e-4));
        assertThat(StringSimilarity.jaroWinkler("dixon", "dicksonx")).isCloseTo(0.8133, within(1e-4));
        assertThat(StringSimilarity.jaroWinkler("abc", "xyz")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"abcd,abdc,1", "kitten,sitting,3", "same,same,0", "'',ab,2"})
    void swappedNeighboursCountAsOneEdit(String a, String b, int edits) {
        assertThat(StringSimilarity.edits(a, b)).isEqualTo(edits);
        assertThat(StringSimilarity.mayBeWithin(a, b, edits)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "19800102,19800102,0",
        "19800102,19800103,1",
        "19800102,19800201,1",
        "19800102,19800128,2",
        "19800102,19931124,4"
    })
    void dateLevels(String a, String b, int level) {
        assertThat(DateComparison.level(a, b)).isEqualTo(level);
        assertThat(DateComparison.level(b, a)).isEqualTo(level);
    }

    @Test
    void streetLinesMayBeReordered() {
        assertThat(WordsComparison.level(
                        List.of("7 southern cross drive", "glengar"), List.of("7 glengar", "southern cross drive")))
                .isZero();
        assertThat(WordsComparison.level(List.of("5 priddle street"), List.of("5 pridlde sjtreet")))
                .isEqualTo(1);
        assertThat(WordsComparison.level(List.of("5 priddle street"), List.of("88 ocean avenue")))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "janefinchley,0",
        "finchleyjane,0",
        "repjanefinchley,0",
        "jennyfinchley,0",
        "janefinchleyzz,1",
        "jfinchley,2",
        "janef,3",
        "janefin,3",
        "janefnchly,3",
        "janefinchly,3",
        "repfinchley,4",
        "jane,5",
        "officialjf,6",
        "qzxfinchley,7",
        "repfinch,8",
        "repfin,9",
        "fjane,9",
        "bobsmith,9"
    })
    void handleNameLevels(String handle, int level) {
        NormalizedRecord jane =
                NormalizedRecord.of(MatchRecord.client("c").with(RecordField.FULL_NAME, "Jane Finchley"));

        HandleNameParse reading = read(handle, jane);

        assertThat(reading.level()).as(reading.toString()).isEqualTo(level);
    }

    @Test
    void placeInHandleIsDetected() {
        NormalizedRecord jane = NormalizedRecord.of(MatchRecord.client("c")
                .with(RecordField.FULL_NAME, "Jane Finchley")
                .with(RecordField.REGION, "VT"));

        assertThat(read("janefinchleyvt", jane).place()).isTrue();
        assertThat(read("janefinchleyvermont", jane).place()).isTrue();
        assertThat(read("janefinchleyut", jane).place()).isFalse();
    }

    private static HandleNameParse read(String handle, NormalizedRecord person) {
        return new HandleNameParser(handle, AFFIXES).parse(NameFragment.of(person, handle));
    }

    @Test
    void wholeCompoundNameWeighsMoreThanHalf() {
        MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);
        index.put(MatchRecord.client("whole").with(RecordField.FULL_NAME, "Jane Finchley"));
        index.put(MatchRecord.client("half")
                .with(RecordField.GIVEN_NAME, "Una")
                .with(RecordField.FAMILY_NAME, "Osk-Finchley"));

        assertThat(index.match(MatchRecord.handle("h", new RecordAccount("x", "drfinchley", null))))
                .first()
                .matches(match -> match.other().equals("whole") && match.outcome() == MatchOutcome.REVIEW);
    }
}
