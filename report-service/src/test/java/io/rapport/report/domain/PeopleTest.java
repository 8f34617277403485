package io.rapport.report.domain;

import static io.rapport.report.States.ACME;
import static io.rapport.report.States.person;
import static io.rapport.report.States.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.report.domain.Relationships.TopQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    private static final Handle HANDLE = new Handle("x", "4711", "sunny_sam", null, AssignmentStatus.CONFIRMED);

    @Test
    void whoHasNoNameIsCalledByTheirBestHandle() {
        assertThat(named("Sam Sunny", HANDLE)).isEqualTo("Sam Sunny");
        assertThat(named(null, HANDLE)).isEqualTo("@sunny_sam on x");
        assertThat(named(null, new Handle("x", "4711", null, null, AssignmentStatus.CONFIRMED)))
                .isEqualTo("@4711 on x");
        assertThat(named(null, new Handle("x", "1", "@sam", null, AssignmentStatus.CONFIRMED)))
                .isEqualTo("@sam on x");
        assertThat(KnownPerson.of(person("sam"), List.of(), null).name()).matches("Someone \\([0-9a-f]{8}\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u200B", "\u202E", "---"})
    void aNameOfWhichNothingCanBeSeenIsNone(String name) {
        assertThat(named(name, HANDLE)).isEqualTo("@sunny_sam on x");
    }

    @Test
    void mergesOfMergesLeadToTheSurvivorAndACircleEnds() {
        var directory = new Directory(new Merged(Map.of("a", "b", "b", "c", "x", "y", "y", "x")));
        assertThat(directory.survivor(ACME, person("a"))).isEqualTo(person("c"));
        assertThat(directory.survivor(ACME, person("c"))).isEqualTo(person("c"));
        assertThat(directory.survivor(ACME, person("x"))).isIn(person("x"), person("y"));
    }

    @Test
    void theTopEndsAtHalfOrAtFive() {
        var query = new TopQuery(Side.RETURNED, 30, TopPeople.MOST);
        var states = List.of(
                relationship("a").strong(40).state(),
                relationship("b").strong(20).state(),
                relationship("c").strong(10).state());
        assertThat(TopPeople.of(states, query, 100))
                .extracting(TopPeople.Top::share)
                .containsExactly(0.4, 0.2);
        assertThat(TopPeople.of(states, query, 1000)).hasSize(3);
        assertThat(TopPeople.of(List.of(), query, 100)).isEmpty();
    }

    @Test
    void accountsThatDoNotAddUpSaySo() {
        assertThat(Balance.of(new AccountBalance(10, 4, 1, 1, 1, 1, 1, 1)).balances())
                .isTrue();
        assertThat(Balance.of(new AccountBalance(10, 4, 1, 1, 1, 1, 1, 0)).balances())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "https://a b",
                "https://a\"b",
                "ftp://x",
                ""
            })
    void whatIsNoWebPageIsNoLink(String link) {
        assertThat(SafeLink.of(link)).isNull();
    }

    @Test
    void aWebPageIsALink() {
        assertThat(SafeLink.of("HTTPS://x.example/ä?b=c#d")).isEqualTo("HTTPS://x.example/ä?b=c#d");
        assertThat(SafeLink.of(null)).isNull();
    }

    private static String named(@Nullable String name, Handle handle) {
        return KnownPerson.of(
                        person("sam"), List.of(handle), new Profile(person("sam"), name, null, Instant.EPOCH, null))
                .name();
    }
}
