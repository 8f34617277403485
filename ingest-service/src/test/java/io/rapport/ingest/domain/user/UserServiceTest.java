package io.rapport.ingest.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.access.UserRole;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryAdminDecisions<UserRegistered> decisions = new InMemoryAdminDecisions<>();
    private int made;
    private final UserService users = new UserService(
            new AdminDecisionService<>(decisions, decisions), () -> "secret" + ++made, secret -> "hash of " + secret);

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of("email", "Kari@Agency.example", "name", "Kari", "role", "editor"));
    }

    private static Map<String, Object> bodyWith(String name, Object value) {
        var body = body();
        body.put(name, value);
        return body;
    }

    private UserRegistered invite() {
        return users.invite("nord", body(), NOW).orElseThrow().user();
    }

    @Test
    void invitesAUserByASecretThatIsNotStored() {
        var invited =
                users.invite("nord", bodyWith("brands", List.of("coffee")), NOW).orElseThrow();

        assertThat(invited.secret()).isEqualTo("secret1");
        assertThat(invited.toString()).doesNotContain("secret1", "kari");
        assertThat(decisions.topic).containsOnly(Map.entry(invited.user().key(), invited.user()));
        assertThat(invited.user()).satisfies(user -> {
            assertThat(user.email()).isEqualTo("kari@agency.example");
            assertThat(user.role()).isEqualTo(UserRole.EDITOR);
            assertThat(user.brands()).containsExactly("coffee");
            assertThat(user.password()).isNull();
            assertThat(user.invitation().hash()).isEqualTo("hash of secret1");
            assertThat(user.invitation().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        });
    }

    @Test
    void anAgencyHasOneUserOfAnEmailAddress() {
        var user = invite();

        assertThat(users.invite("nord", bodyWith("email", "KARI@agency.example"), NOW))
                .isEmpty();
        assertThat(decisions.topic).containsOnly(Map.entry(user.key(), user));
        assertThat(users.invite("sud", body(), NOW)).isPresent();
    }

    @Test
    void anInvitationIsAcceptedOnce() {
        var user = invite();

        var accepted = users.accept(user.key(), "hash of secret1", "hashed password", NOW.plusSeconds(1));
        assertThat(accepted).hasValueSatisfying(active -> {
            assertThat(active.password()).isEqualTo("hashed password");
            assertThat(active.epoch()).isGreaterThan(user.epoch());
            assertThat(active.invitation().acceptedAt()).isEqualTo(NOW.plusSeconds(1));
            assertThat(InvitationState.of(active.invitation(), NOW.plusSeconds(2)))
                    .isEqualTo(InvitationState.USED);
        });
        assertThat(users.accept(user.key(), "hash of secret1", "another password", NOW.plusSeconds(2)))
                .isEmpty();
        assertThat(decisions.topic.get(user.key()).password()).isEqualTo("hashed password");
    }

    @Test
    void ofTwoThatAcceptAtOnceOneSucceeds() {
        var user = invite();
        decisions.beforeSave = () -> {
            decisions.beforeSave = () -> {};
            assertThat(users.accept(user.key(), "hash of secret1", "first", NOW))
                    .isPresent();
        };

        assertThat(users.accept(user.key(), "hash of secret1", "second", NOW)).isEmpty();
        assertThat(decisions.topic.get(user.key()).password()).isEqualTo("first");
    }

    @Test
    void anInvitationEndsAfterSevenDaysAndWithTheNextOne() {
        var user = invite();

        assertThat(users.accept(user.key(), "hash of secret1", "late", NOW.plus(Duration.ofDays(7))))
                .isEmpty();
        assertThat(users.accept(user.key(), "hash of another", "guessed", NOW)).isEmpty();

        var renewed = users.renewInvitation("nord", user.id(), NOW).orElseThrow();
        assertThat(users.accept(user.key(), "hash of secret1", "replaced", NOW)).isEmpty();
        assertThat(users.accept(user.key(), "hash of " + renewed.secret(), "current", NOW))
                .isPresent();
        assertThat(users.renewInvitation("sud", user.id(), NOW)).isEmpty();
    }

    @Test
    void anotherEpochEndsSessionsAlsoIfTheClockWasSetBack() {
        var user = invite();

        assertThat(users.signOut(user.key(), NOW.minusSeconds(60)).orElseThrow().epoch())
                .isEqualTo(user.epoch() + 1);
        assertThat(users.signOut(UserRegistered.key("sud", user.id()), NOW)).isEmpty();
    }

    @Test
    void changesRoleAndBrands() {
        var user = invite();
        var body = Map.of("name", "Kari N.", "role", "READER", "brands", List.of("hats", "coffee"));

        assertThat(users.change("nord", user.id(), body, NOW)).hasValueSatisfying(changed -> {
            assertThat(changed.role()).isEqualTo(UserRole.READER);
            assertThat(changed.brands()).containsExactly("coffee", "hats");
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.epoch()).isEqualTo(user.epoch());
        });
        assertThat(users.change("sud", user.id(), body, NOW)).isEmpty();
        assertThat(users.change("nord", new UUID(0, 0), body, NOW)).isEmpty();
    }

    @Test
    void aRemovedUserIsGoneAndCanBeInvitedAgainWithoutOldSessions() {
        var user = invite();

        assertThat(users.remove("sud", user.id())).isFalse();
        assertThat(users.remove("nord", user.id())).isTrue();
        assertThat(decisions.topic).isEmpty();
        assertThat(users.accept(user.key(), "hash of secret1", "removed", NOW)).isEmpty();

        var again =
                users.invite("nord", body(), NOW.plusSeconds(5)).orElseThrow().user();
        assertThat(again.key()).isEqualTo(user.key());
        assertThat(again.epoch()).isNotEqualTo(user.epoch());
    }

    @Test
    void rejectsInvalidRequests() {
        assertThatThrownBy(() -> users.invite("nord", bodyWith("email", "kari"), NOW))
                .hasMessageContaining("one e-mail address");
        assertThatThrownBy(() -> users.invite("nord", bodyWith("email", "a@b.example, c@d.example"), NOW))
                .hasMessageContaining("one e-mail address");
        assertThatThrownBy(() -> users.invite("nord", bodyWith("email", " "), NOW))
                .hasMessageStartingWith("email is missing");
        assertThatThrownBy(() -> users.invite("nord", bodyWith("role", "owner"), NOW))
                .hasMessage("role is 'owner'; known are READER, EDITOR, ADMINISTRATOR.");
        assertThatThrownBy(() -> users.invite("nord", bodyWith("role", "UNKNOWN"), NOW))
                .hasMessageContaining("known are");
        assertThatThrownBy(() -> users.invite("nord", bodyWith("name", " "), NOW))
                .hasMessageStartingWith("name is missing");
        assertThatThrownBy(() -> users.invite("nord", bodyWith("brands", List.of("a b")), NOW))
                .hasMessageContaining("not a brand name");
    }
}
