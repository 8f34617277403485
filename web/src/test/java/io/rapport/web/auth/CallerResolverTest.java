package io.rapport.web.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.SessionCredential;
import io.rapport.contracts.access.SessionOpened;
import io.rapport.contracts.access.SessionUser;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.access.UserRegisteredBuilder;
import io.rapport.contracts.access.UserRole;
import io.rapport.web.SampleSessionStore;
import io.rapport.web.config.WebProperties;
import io.rapport.web.secret.SecretHash;
import io.rapport.web.session.SessionPolicy;
import io.rapport.web.session.SessionService;
import io.rapport.web.session.SessionStore;
import io.rapport.web.user.UserTopicTable;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerResolverTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TOKEN = "a-token-of-acme";
    private static final String ADMIN = "the-administrator";
    private static final LinkIssued LINK = new LinkIssued(
            "acme", new UUID(1, 2), "shoes", "2026-10", "Board", "hash", null, NOW, NOW.plus(Duration.ofDays(3)));
    private static final LinkDirectory LINKS =
            key -> Optional.of(LINK).filter(link -> link.key().equals(key));
    private static final UserTopicTable USERS = new UserTopicTable();
    private static final WebProperties.Web WEB = new WebProperties.Web(
            true,
            Duration.ofMinutes(1),
            0,
            List.of(),
            new WebProperties.Session("", Duration.ofDays(14), Duration.ofDays(1)));

    @Test
    void knowsATokenByItsHash() {
        assertThat(callers(null).resolve(TOKEN)).hasValueSatisfying(caller -> {
            assertThat(caller.name()).isEqualTo("importer");
            assertThat(caller.hasScope(Scope.READ)).isTrue();
            assertThat(caller.hasScope(Scope.INGEST)).isFalse();
            assertThat(caller.canSee("acme")).isFalse();
            assertThat(caller.canSee(new BrandKey("acme", "shoes"))).isTrue();
            assertThat(caller.canSee(new BrandKey("acme", "hats"))).isFalse();
            assertThat(caller.canSee(new BrandKey("other", "shoes"))).isFalse();
        });
        assertThat(callers(null).resolve("another")).isEmpty();
    }

    @Test
    void aTokenEndsAtTheMomentItExpires() {
        assertThat(callers(NOW.plusMillis(1)).resolve(TOKEN)).isPresent();
        assertThat(callers(NOW).resolve(TOKEN)).isEmpty();
    }

    @Test
    void theAdministratorMayEverything() {
        assertThat(callers(null).resolve(ADMIN)).hasValueSatisfying(caller -> {
            assertThat(caller.isInstallationAdministrator()).isTrue();
            assertThat(caller.hasScope(Scope.INGEST)).isTrue();
            assertThat(caller.canSee("any")).isTrue();
            assertThat(caller.canSee(new BrandKey("any", "brand"))).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"the-administrato", "the-administrator-", "The-administrator", "", " "})
    void nobodyElseIsTheAdministrator(String token) {
        assertThat(callers(null).resolve(token)).isEmpty();
    }

    @Test
    void withoutAnAdministratorsTokenNobodyIs() {
        var callers = callers(hash -> Optional.empty(), "", NOW);

        assertThat(callers.resolve("")).isEmpty();
        assertThat(callers.resolve(ADMIN)).isEmpty();
    }

    @Test
    void comparesInConstantTime() {
        var resolver = new ClassFileImporter().importClasses(CallerResolver.class);
        var hash = new ClassFileImporter().importClasses(SecretHash.class);

        classes()
                .should()
                .callMethod(SecretHash.class, "isEqual", String.class, String.class)
                .check(resolver);
        noClasses().should().callMethod(String.class, "equals", Object.class).check(resolver);
        classes()
                .should()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(hash);
    }

    @Test
    void aSessionStandsForItsTokenUntilTheTokenOrTheSessionEnds() {
        var store = new SampleSessionStore();
        var token = token(NOW.plus(Duration.ofDays(20)));
        var open = callers(token, ADMIN, store, NOW);
        var value = open.openSession(TOKEN).orElseThrow();

        assertThat(open.resolve(value)).isEqualTo(open.resolve(TOKEN)).isPresent();
        assertThat(open.openSession(TOKEN)).isPresent().isNotEqualTo(Optional.of(value));
        assertThat(open.openSession(value)).isEmpty();
        assertThat(open.openSession("unknown")).isEmpty();
        assertThat(open.resolve("rps_" + "x".repeat(43))).isEmpty();
        assertThat(callers(hash -> Optional.empty(), ADMIN, store, NOW).resolve(value))
                .isEmpty();
        assertThat(store.find(SecretHash.of(value)))
                .hasValueSatisfying(session -> assertThat(session.toString()).doesNotContain(value, TOKEN));

        store.close(SecretHash.of(value));
        assertThat(open.resolve(value)).isEmpty();
    }

    @Test
    void aSessionOfTheAdministratorEndsWithTheAdministratorsToken() {
        var store = new SampleSessionStore();
        var open = callers(token(null), ADMIN, store, NOW);
        var value = open.openSession(ADMIN).orElseThrow();

        assertThat(open.resolve(value))
                .hasValueSatisfying(caller ->
                        assertThat(caller.isInstallationAdministrator()).isTrue());
        assertThat(callers(token(null), "another-administrator", store, NOW).resolve(value))
                .isEmpty();
        assertThat(store.find(SecretHash.of(value)).orElseThrow().reference()).isNotEqualTo(SecretHash.of(ADMIN));
        // A reference that was copied from the topic does not open a session of another value.
        var copied = store.find(SecretHash.of(value)).orElseThrow();
        store.open(new SessionOpened(
                SecretHash.of("rps_forged"),
                copied.credential(),
                copied.reference(),
                copied.epoch(),
                copied.user(),
                copied.openedAt(),
                copied.usedAt(),
                copied.expiresAt()));
        assertThat(open.resolve("rps_forged")).isEmpty();
    }

    @Test
    void aSessionExpiresWhenItIsNotUsedAndAtTheEndOfItsLifetime() {
        var store = new SampleSessionStore();
        var value = callers(token(null), ADMIN, store, NOW).openSession(TOKEN).orElseThrow();
        var used = NOW;
        for (var hours = 20; hours < 14 * 24; hours += 20) {
            used = NOW.plus(Duration.ofHours(hours));
            assertThat(callers(token(null), ADMIN, store, used).resolve(value)).isPresent();
        }
        assertThat(callers(token(null), ADMIN, store, used.plus(Duration.ofDays(1)))
                        .resolve(value))
                .isEmpty();
        assertThat(callers(token(null), ADMIN, store, NOW.plus(Duration.ofDays(14)))
                        .resolve(value))
                .isEmpty();
    }

    @Test
    void theUseOfASessionIsStoredOnceAnHour() {
        var store = new SampleSessionStore();
        var value = callers(token(null), ADMIN, store, NOW).openSession(TOKEN).orElseThrow();
        var hash = SecretHash.of(value);

        callers(token(null), ADMIN, store, NOW.plus(Duration.ofMinutes(59))).resolve(value);
        assertThat(store.find(hash).orElseThrow().usedAt()).isEqualTo(NOW);
        callers(token(null), ADMIN, store, NOW.plus(Duration.ofMinutes(60))).resolve(value);
        assertThat(store.find(hash).orElseThrow().usedAt()).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
    }

    @ParameterizedTest
    @CsvSource({
        "READER, true, false, false",
        "EDITOR, true, true, false",
        "ADMINISTRATOR, true, true, true",
        "UNKNOWN, false, false, false"
    })
    void aUserHasTheScopesOfTheRole(UserRole role, boolean read, boolean ingest, boolean admin) {
        var callers = callers(token(null), ADMIN, new SampleSessionStore(), NOW);
        var user = user(role, 1);
        USERS.change(user.key(), user);

        assertThat(callers.resolve(callers.openSession(user))).hasValueSatisfying(caller -> {
            assertThat(caller.name()).isEqualTo("Kari");
            assertThat(caller.user()).isEqualTo(user.key());
            assertThat(caller.hasScope(Scope.READ)).isEqualTo(read);
            assertThat(caller.hasScope(Scope.INGEST)).isEqualTo(ingest);
            assertThat(caller.hasScope(Scope.ADMIN)).isEqualTo(admin);
            assertThat(caller.canSee(new BrandKey("acme", "shoes"))).isTrue();
            assertThat(caller.canSee(new BrandKey("acme", "hats"))).isFalse();
            assertThat(caller.administers("acme")).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "READER, true, false, false",
        "EDITOR, true, true, false",
        "ADMINISTRATOR, true, true, true",
        "UNKNOWN, false, false, false"
    })
    void aUserOfAnIssuerHasTheAgencyTheRoleAndTheBrandsOfTheSession(
            UserRole role, boolean read, boolean ingest, boolean admin) {
        var callers = callers(token(null), ADMIN, new SampleSessionStore(), NOW);
        var user = new SessionUser("acme", "Kari", role, Set.of("shoes"));

        assertThat(callers.resolve(callers.openSession(user, "account"))).hasValueSatisfying(caller -> {
            assertThat(caller.name()).isEqualTo("Kari");
            assertThat(caller.user()).isNull();
            assertThat(caller.hasScope(Scope.READ)).isEqualTo(read);
            assertThat(caller.hasScope(Scope.INGEST)).isEqualTo(ingest);
            assertThat(caller.hasScope(Scope.ADMIN)).isEqualTo(admin);
            assertThat(caller.canSee(new BrandKey("acme", "shoes"))).isTrue();
            assertThat(caller.canSee(new BrandKey("acme", "hats"))).isFalse();
            assertThat(caller.canSee(new BrandKey("other", "shoes"))).isFalse();
            assertThat(caller.isInstallationAdministrator()).isFalse();
            assertThat(caller.administers("acme")).isFalse();
        });
    }

    @Test
    void theSessionsOfAUserEndWithTheEpochAndWithTheUser() {
        var callers = callers(token(null), ADMIN, new SampleSessionStore(), NOW);
        var user = user(UserRole.READER, 1);
        USERS.change(user.key(), user);
        var value = callers.openSession(user);
        assertThat(callers.resolve(value)).isPresent();

        USERS.change(user.key(), user(UserRole.READER, 2));
        assertThat(callers.resolve(value)).isEmpty();
        var next = callers.openSession(user(UserRole.READER, 2));
        assertThat(callers.resolve(next)).isPresent();

        USERS.change(user.key(), null);
        assertThat(callers.resolve(next)).isEmpty();
    }

    @Test
    void aLinkReadsItsBrandUntilItExpires() {
        var store = new SampleSessionStore();
        var callers = callers(token(null), ADMIN, store, NOW);
        var value = callers.openSession(LINK);

        assertThat(callers.resolve(value)).hasValueSatisfying(caller -> {
            assertThat(caller.view()).isEqualTo(new SharedView("2026-10"));
            assertThat(caller.hasScope(Scope.READ)).isTrue();
            assertThat(caller.hasScope(Scope.INGEST)).isFalse();
            assertThat(caller.canSee(new BrandKey("acme", "hats"))).isFalse();
        });
        for (var hours = 20; hours < 72; hours += 20) {
            assertThat(callers(token(null), ADMIN, store, NOW.plus(Duration.ofHours(hours)))
                            .resolve(value))
                    .isPresent();
        }
        assertThat(callers(token(null), ADMIN, store, NOW.plus(Duration.ofHours(72)))
                        .resolve(value))
                .isEmpty();
    }

    private static UserRegistered user(UserRole role, long epoch) {
        return UserRegisteredBuilder.builder()
                .agency("acme")
                .id(new UUID(1, 1))
                .email("kari@agency.example")
                .name("Kari")
                .role(role)
                .brands(Set.of("shoes"))
                .epoch(epoch)
                .version(epoch)
                .at(NOW)
                .build();
    }

    @Test
    void aSessionOfAnUnknownKindIsNotValid() {
        var store = new SampleSessionStore();
        store.open(new SessionOpened(
                SecretHash.of("rps_x"),
                SessionCredential.UNKNOWN,
                SecretHash.of(TOKEN),
                null,
                null,
                NOW,
                NOW,
                NOW.plus(Duration.ofDays(1))));

        assertThat(callers(token(null), ADMIN, store, NOW).resolve("rps_x")).isEmpty();
    }

    @Test
    void anUnknownScopeAllowsNothing() {
        var caller = new Caller("n", "acme", Set.of(), Set.of(Scope.UNKNOWN), null, null);

        assertThat(caller.hasScope(Scope.UNKNOWN)).isFalse();
        assertThat(caller.hasScope(Scope.READ)).isFalse();
    }

    @Test
    void anAdministratorsTokenThatNoHeaderCanCarryIsRefusedAtStart() {
        assertThatThrownBy(() -> new WebProperties("with space", WEB))
                .hasMessageContaining("rapport.admin-token")
                .hasMessageNotContaining("with space");
        assertThat(new WebProperties(ADMIN, WEB).toString()).doesNotContain(ADMIN);
    }

    private static CallerResolver callers(@Nullable Instant expiresAt) {
        return callers(token(expiresAt), ADMIN, NOW);
    }

    private static TokenDirectory token(@Nullable Instant expiresAt) {
        var token = new TokenIssued(
                "acme",
                UUID.randomUUID(),
                "importer",
                TokenDirectory.hash(TOKEN),
                Set.of("shoes"),
                Set.of(Scope.READ),
                NOW,
                expiresAt);
        return hash -> Optional.of(token).filter(known -> known.hash().equals(hash));
    }

    private static CallerResolver callers(TokenDirectory directory, String administrator, Instant now) {
        return callers(directory, administrator, new SampleSessionStore(), now);
    }

    private static CallerResolver callers(
            TokenDirectory directory, String administrator, SessionStore store, Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var policy = new SessionPolicy(Duration.ofDays(14), Duration.ofDays(1));
        return new CallerResolver(
                directory, USERS, LINKS, new SessionService(store, policy, clock), administrator, clock);
    }
}
