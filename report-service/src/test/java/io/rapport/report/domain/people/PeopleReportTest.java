package io.rapport.report.domain.people;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.brand.EngagementBalance;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.MergedIdentityRepository;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.identity.PersonProfile;
import io.rapport.report.domain.people.RelationshipRepository.TopQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleReportTest {

    private static final PersonHandle HANDLE =
            new PersonHandle("x", "4711", "sunny_sam", null, AssignmentStatus.CONFIRMED);

    @Test
    void personWithoutNameIsShownByMostReliableHandle() {
        assertThat(named("Sam Sunny", HANDLE)).isEqualTo("Sam Sunny");
        assertThat(named(null, HANDLE)).isEqualTo("@sunny_sam on x");
        assertThat(named(null, new PersonHandle("x", "4711", null, null, AssignmentStatus.CONFIRMED)))
                .isEqualTo("@4711 on x");
        assertThat(named(null, new PersonHandle("x", "1", "@sam", null, AssignmentStatus.CONFIRMED)))
                .isEqualTo("@sam on x");
        assertThat(KnownPerson.of(person("sam"), List.of(), null).name()).matches("Someone \\([0-9a-f]{8}\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u200B", "\u202E", "---"})
    void invisibleNameIsNotShown(String name) {
        assertThat(named(name, HANDLE)).isEqualTo("@sunny_sam on x");
    }

    @Test
    void mergeChainsResolveToTheSurvivorAndCyclesEnd() {
        var directory =
                new PersonDirectory(new MergedIdentityRepository(Map.of("a", "b", "b", "c", "x", "y", "y", "x")));
        assertThat(directory.resolveSurvivor(ACME, person("a"))).isEqualTo(person("c"));
        assertThat(directory.resolveSurvivor(ACME, person("c"))).isEqualTo(person("c"));
        assertThat(directory.resolveSurvivor(ACME, person("x"))).isIn(person("x"), person("y"));
    }

    @Test
    void topEndsAtHalfOfTheTotalOrFivePeople() {
        var query = new TopQuery(RorSide.RETURNED, 30, TopPeople.MAX_PEOPLE);
        var states = List.of(
                relationship("a").strong(40).state(),
                relationship("b").strong(20).state(),
                relationship("c").strong(10).state());
        assertThat(TopPeople.of(states, query, 100))
                .extracting(TopPeople.TopPerson::share)
                .containsExactly(0.4, 0.2);
        assertThat(TopPeople.of(states, query, 1000)).hasSize(3);
        assertThat(TopPeople.of(List.of(), query, 100)).isEmpty();
    }

    @Test
    void unbalancedAccountsAreReported() {
        assertThat(EngagementBalance.of(new AccountBalance(10, 4, 1, 1, 1, 1, 1, 1))
                        .balances())
                .isTrue();
        assertThat(EngagementBalance.of(new AccountBalance(15, 4, 1, 1, 1, 1, 1, 1, null, 3L, 2L)))
                .matches(EngagementBalance::balances)
                .matches(balance -> balance.revised() == 3 && balance.withdrawn() == 2);
        assertThat(EngagementBalance.of(new AccountBalance(10, 4, 1, 1, 1, 1, 1, 0))
                        .balances())
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
    void unsafeLinkIsDropped(String link) {
        assertThat(SafeLink.of(link)).isNull();
    }

    @Test
    void webPageIsALink() {
        assertThat(SafeLink.of("HTTPS://x.example/ä?b=c#d")).isEqualTo("HTTPS://x.example/ä?b=c#d");
        assertThat(SafeLink.of(null)).isNull();
    }

    private static String named(@Nullable String name, PersonHandle handle) {
        return KnownPerson.of(
                        person("sam"),
                        List.of(handle),
                        new PersonProfile(person("sam"), name, null, Instant.EPOCH, null))
                .name();
    }
}
