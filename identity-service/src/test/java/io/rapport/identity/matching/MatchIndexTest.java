package io.rapport.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.matching.cluster.MatchResolution;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchOutcome;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchIndexTest {

    private final MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);

    private static MatchRecord client(String id, String name) {
        return MatchRecord.client(id).with(RecordField.FULL_NAME, name);
    }

    private static MatchRecord handle(String id, String channel, String name) {
        return MatchRecord.handle(id, new RecordAccount(channel, name, null));
    }

    private Match only(MatchRecord record) {
        List<Match> matches = index.match(record);
        assertThat(matches).hasSize(1);
        return matches.get(0);
    }

    @Test
    void sameAccountIdIsConfirmedWhateverTheName() {
        index.put(MatchRecord.handle("before", new RecordAccount("twitter", "RepShelley", "193794406")));

        Match match = only(MatchRecord.handle("after", new RecordAccount("x", "SenCapito", "193794406")));

        assertThat(match.outcome()).isEqualTo(MatchOutcome.CONFIRMED);
        assertThat(match.evidence()).extracting(Evidence::rule).containsExactly("ACCOUNT_ID");
    }

    @Test
    void handleOnTheClientListIsConfirmed() {
        index.put(client("c", "Ada Quist").with(new RecordAccount("x", "@TheQ", null)));
        index.put(client("d", "Bo Ek").with(RecordField.LINK, "https://instagram.com/boek"));

        assertThat(only(handle("h", "twitter", "theq")).evidence())
                .extracting(Evidence::rule)
                .containsExactly("CLIENT_LIST");
        assertThat(only(handle("i", "instagram", "BoEk")).outcome()).isEqualTo(MatchOutcome.CONFIRMED);
    }

    @Test
    void sharedEmailIsConfirmedUnlessTooFrequent() {
        index.put(client("c", "Ada Quist").with(RecordField.EMAIL_HASH, "77aa88bb99"));

        assertThat(only(handle("h", "shop", "q1").with(RecordField.EMAIL_HASH, "77aa88bb99"))
                        .outcome())
                .isEqualTo(MatchOutcome.CONFIRMED);

        for (int i = 0; i < 20; i++) {
            index.put(client("n" + i, "Name" + i + " Other" + i).with(RecordField.EMAIL_HASH, "77aa88bb99"));
        }
        assertThat(index.match(handle("h", "shop", "q1").with(RecordField.EMAIL_HASH, "77aa88bb99")))
                .noneMatch(match -> match.outcome() == MatchOutcome.CONFIRMED);
    }

    @Test
    void mutualRelMeLinksAreConfirmed() {
        index.put(handle("a", "mastodon", "@q@a.example")
                .with(RecordField.LINK, "https://a.example/@q")
                .with(RecordField.REL_ME, "https://q.example"));
        MatchRecord blog = handle("b", "blog", "qblog").with(RecordField.LINK, "https://q.example/");

        assertThat(index.match(blog)).isEmpty();
        MatchRecord mutual =
                blog.with(RecordField.REL_ME, "https://a.example/@q").with(RecordField.EMAIL_HASH, "x1");
        index.put(handle("a", "mastodon", "@q@a.example")
                .with(RecordField.LINK, "https://a.example/@q")
                .with(RecordField.EMAIL_HASH, "x1")
                .with(RecordField.REL_ME, "https://q.example"));
        assertThat(only(mutual).evidence()).extracting(Evidence::rule).contains("REL_ME");
    }

    @Test
    void handleWithRareFullNameIsInferred() {
        index.put(client("c", "Zelda Vandermolen"));
        index.put(client("d", "Otto Kleinschmidt"));

        Match match = only(handle("h", "x", "officialzeldavandermolen"));

        assertThat(match.other()).isEqualTo("c");
        assertThat(match.outcome()).isEqualTo(MatchOutcome.INFERRED);
        double logit = match.evidence().stream().mapToDouble(Evidence::weight).sum();
        assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(match.probability(), within(1e-6));
    }

    @Test
    void handleWithCommonNameIsNotInferred() {
        index.put(client("c", "John Smith"));

        assertThat(index.match(handle("h", "x", "johnsmith")))
                .noneMatch(match -> match.outcome() != MatchOutcome.REVIEW);
    }

    @Test
    void handleOfNamesakesIsNotInferred() {
        index.put(client("c", "Zelda Vandermolen")
                .with(RecordField.CITY, "Oslo")
                .with(RecordField.BIRTH_DATE, "1950-01-01"));
        index.put(client("d", "Zelda Vandermolen")
                .with(RecordField.CITY, "Bergen")
                .with(RecordField.BIRTH_DATE, "1999-12-12"));

        assertThat(index.match(handle("h", "x", "zeldavandermolen")))
                .noneMatch(match -> match.outcome() == MatchOutcome.INFERRED);
    }

    @Test
    void nameDateAndPlaceMergeRows() {
        index.put(client("a", "Robert Kvaale")
                .with(RecordField.BIRTH_DATE, "1971-05-24")
                .with(RecordField.POSTCODE, "0150"));

        Match match = only(client("b", "Kvaale, Bob")
                .with(RecordField.BIRTH_DATE, "19710524")
                .with(RecordField.POSTCODE, "0150"));

        assertThat(match.outcome()).isEqualTo(MatchOutcome.INFERRED);
        assertThat(match.evidence())
                .extracting(Evidence::rule)
                .contains("GIVEN_NAME", "BIRTH_DATE", "POSTCODE")
                .startsWith("PRIOR");
    }

    @Test
    void differentBirthDatesGoToReview() {
        index.put(client("a", "Robert Kvaale")
                .with(RecordField.BIRTH_DATE, "1971-05-24")
                .with(RecordField.PHONE_HASH, "p1"));

        Match match = only(client("b", "Robert Kvaale")
                .with(RecordField.BIRTH_DATE, "1998-11-03")
                .with(RecordField.PHONE_HASH, "p1"));

        assertThat(match.outcome()).isEqualTo(MatchOutcome.REVIEW);
        assertThat(match.contradictions()).containsExactly("born on different days");
        assertThat(match.probability()).isLessThanOrEqualTo(0.95);
    }

    @Test
    void householdMembersGoToReview() {
        MatchRecord home = client("a", "Jane Kvaale")
                .with(RecordField.STREET, "6 Fell Lane")
                .with(RecordField.POSTCODE, "0150");
        index.put(home.with(RecordField.PHONE_HASH, "p1").with(RecordField.EMAIL_HASH, "e1"));

        Match match = only(client("b", "Thomas Kvaale")
                .with(RecordField.STREET, "6 Fell Lane")
                .with(RecordField.POSTCODE, "0150")
                .with(RecordField.PHONE_HASH, "p1")
                .with(RecordField.EMAIL_HASH, "e1"));

        assertThat(match.outcome()).isEqualTo(MatchOutcome.REVIEW);
        assertThat(match.contradictions()).containsExactly("another given name");
    }

    @Test
    void contradictingRecordsAreNotJoinedThroughAThird() {
        index.put(client("a", "Zelda Vandermolen")
                .with(RecordField.PHONE_HASH, "p1")
                .with(new RecordAccount("x", "zelda1", "1")));
        index.put(client("b", "Zelda Vandermolen").with(RecordField.PHONE_HASH, "p1"));
        index.put(client("c", "Zelda Vandermolen")
                .with(RecordField.PHONE_HASH, "p1")
                .with(new RecordAccount("x", "zelda2", "2")));

        MatchResolution resolution = index.resolve(done -> {});

        assertThat(resolution.people()).noneMatch(person -> person.contains("a") && person.contains("c"));
        assertThat(resolution.people()).anyMatch(person -> person.size() == 2);
        assertThat(resolution.reviews())
                .anyMatch(match -> match.contradictions().contains("different accounts on x"));
    }

    @Test
    void cannotLinkHoldsUntilRemoved() {
        index.put(
                client("a", "Robert Kvaale").with(RecordField.EMAIL_HASH, "e1").with(RecordField.PHONE_HASH, "p1"));
        MatchRecord other =
                client("b", "Robert Kvaale").with(RecordField.EMAIL_HASH, "e1").with(RecordField.PHONE_HASH, "p1");
        index.forbid("a", "b");

        assertThat(index.match(other)).isEmpty();
        index.allow("b", "a");
        assertThat(only(other).outcome()).isEqualTo(MatchOutcome.INFERRED);
        assertThatThrownBy(() -> index.forbid("a", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laterClientFindsTheHandle() {
        index.put(handle("h", "x", "therealzeldavandermolen"));

        assertThat(only(client("c", "Zelda Vandermolen")).other()).isEqualTo("h");
    }

    @Test
    void replacedRecordIsMatchedByItsNewValues() {
        index.put(client("c", "Zelda Vandermolen"));
        index.put(client("c", "Otto Kleinschmidt"));
        assertThat(index.match(handle("h", "x", "zeldavandermolen"))).isEmpty();
        index.remove("c");
        index.remove("never there");
        assertThat(index.match(handle("h", "x", "ottokleinschmidt"))).isEmpty();
    }

    @Test
    void progressIsReportedOncePerRecord() {
        index.put(client("a", "Ada Quist"));
        index.put(handle("h", "x", "adaquist"));
        List<Integer> progress = new ArrayList<>();

        index.resolve(progress::add);

        assertThat(progress).containsExactly(1, 2);
    }

    @Test
    void emptyBrandHasNoPeople() {
        assertThat(index.resolve(done -> {})).isEqualTo(new MatchResolution(List.of(), List.of(), List.of()));
    }

    @Test
    void thresholdsMustBeOrdered() {
        assertThatThrownBy(() -> new MatchThresholds(0.5, 0.6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MatchThresholds(Double.NaN, 0.6)).isInstanceOf(IllegalArgumentException.class);
    }
}
