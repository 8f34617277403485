package io.rapport.web.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.web.config.WebProperties;
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
import org.junit.jupiter.params.provider.ValueSource;

class CallerResolverTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TOKEN = "a-token-of-acme";
    private static final String ADMIN = "the-administrator";

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
        var callers = new CallerResolver(hash -> Optional.empty(), "", Clock.systemUTC());

        assertThat(callers.resolve("")).isEmpty();
        assertThat(callers.resolve(ADMIN)).isEmpty();
    }

    @Test
    void comparesInConstantTime() {
        var classes = new ClassFileImporter().importClasses(CallerResolver.class);

        classes()
                .should()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(classes);
        noClasses().should().callMethod(String.class, "equals", Object.class).check(classes);
    }

    @Test
    void anUnknownScopeAllowsNothing() {
        var caller = new Caller("n", "acme", Set.of(), Set.of(Scope.UNKNOWN));

        assertThat(caller.hasScope(Scope.UNKNOWN)).isFalse();
        assertThat(caller.hasScope(Scope.READ)).isFalse();
    }

    @Test
    void anAdministratorsTokenThatNoHeaderCanCarryIsRefusedAtStart() {
        assertThatThrownBy(() -> new WebProperties(
                        "with space", new WebProperties.Web(true, Duration.ofMinutes(1), 0, List.of())))
                .hasMessageContaining("rapport.admin-token")
                .hasMessageNotContaining("with space");
        assertThat(new WebProperties(ADMIN, new WebProperties.Web(true, Duration.ofMinutes(1), 0, List.of()))
                        .toString())
                .doesNotContain(ADMIN);
    }

    private static CallerResolver callers(@Nullable Instant expiresAt) {
        var token = new TokenIssued(
                "acme",
                UUID.randomUUID(),
                "importer",
                TokenDirectory.hash(TOKEN),
                Set.of("shoes"),
                Set.of(Scope.READ),
                NOW,
                expiresAt);
        TokenDirectory directory =
                hash -> Optional.of(token).filter(known -> known.hash().equals(hash));
        return new CallerResolver(directory, ADMIN, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
