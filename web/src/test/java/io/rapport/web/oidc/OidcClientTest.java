package io.rapport.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client must refuse, from an issuer whose answers are forged. */
class OidcClientTest {

    private static final URI REDIRECT = URI.create("https://rapport.example/sign-in/oidc/callback");

    private final ForgedIssuer issuer = new ForgedIssuer();
    private final IssuerHttpClient http = new IssuerHttpClient();
    private final SignInAttempt attempt = SignInAttempt.start("/");

    @AfterEach
    void close() {
        http.close();
        issuer.close();
    }

    @Test
    void aTokenThatIsValidSignsIn() {
        issuer.answerSigned(issuer.claims(attempt).build());

        var account = redeem();

        assertThat(account.claims()).containsEntry("groups", List.of("editors"));
        assertThat(account.key()).matches("[0-9a-f]{64}");
        assertThat(account.toString()).doesNotContain("subject-1");
        assertThat(issuer.asked)
                .contains("code=the-code", "code_verifier=" + attempt.verifier().getValue(), "Basic ")
                .doesNotContain("client_secret");
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forged("another issuer", claims -> claims.issuer("https://other-tenant.example")),
                forged("another audience", claims -> claims.audience("another-client")),
                forged(
                        "another authorized party",
                        claims -> claims.audience(List.of(ForgedIssuer.CLIENT, "x"))
                                .claim("azp", "x")),
                forged(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600)))),
                forged(
                        "issued in the future",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(3600)))
                                .expirationTime(Date.from(Instant.now().plusSeconds(7200)))),
                forged("no expiry", claims -> claims.expirationTime(null)),
                forged("no subject", claims -> claims.subject(null)),
                forged("another nonce", claims -> claims.claim("nonce", "of-another-attempt")),
                forged("no nonce", claims -> claims.claim("nonce", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aTokenWithClaimsOfAnotherSignInIsRefused(String name, UnaryOperator<JWTClaimsSet.Builder> forgery) {
        issuer.answerSigned(forgery.apply(issuer.claims(attempt)).build());

        assertRefused("ID token");
    }

    @Test
    void aTokenThatTheIssuerDidNotSignIsRefused() {
        var claims = issuer.claims(attempt).build();

        issuer.answerUnsigned(claims);
        assertRefused("ID token");
        issuer.answerSignedBySecret(claims);
        assertRefused("ID token");
        issuer.answerSignedByAnotherKey(claims);
        assertRefused("ID token");
        issuer.tokens = "{\"access_token\": \"a\", \"token_type\": \"Bearer\"}";
        assertRefused("no ID token");
        issuer.tokens = "none";
        assertRefused("not valid");
    }

    @Test
    void anAnswerOfAnotherStateOrIssuerNeverReachesTheTokenEndpoint() {
        issuer.answerSigned(issuer.claims(attempt).build());
        issuer.metadata.put("authorization_response_iss_parameter_supported", true);
        var client = client();

        for (Consumer<Map<String, List<String>>> change : List.<Consumer<Map<String, List<String>>>>of(
                query -> query.put("state", List.of("another")),
                query -> query.put("state", List.of(attempt.nonce().getValue())),
                query -> query.remove("state"),
                query -> query.remove("code"),
                query -> query.put("iss", List.of("https://other-tenant.example")),
                query -> query.remove("iss"),
                query -> query.put("error", List.of("access_denied")))) {
            var query = answer();
            change.accept(query);
            assertThatThrownBy(() -> client.redeem(attempt, REDIRECT, query))
                    .isInstanceOf(SignInRefusedException.class);
        }
        assertThat(issuer.asked).isEmpty();
        assertThat(client.redeem(attempt, REDIRECT, answer()).claims()).isNotEmpty();
    }

    @Test
    void aCodeThatWasUsedBeforeIsOutdatedAndAnotherErrorIsNot() {
        issuer.tokens = "{\"error\": \"invalid_grant\", \"error_description\": \"the code of kari@agency.example\"}";
        assertThatThrownBy(this::redeem)
                .asInstanceOf(type(SignInRefusedException.class))
                .satisfies(e -> {
                    assertThat(e.isOutdated()).isTrue();
                    assertThat(e).hasMessageContaining("invalid_grant").hasMessageNotContaining("kari");
                });
        issuer.tokens = "{\"error\": \"kari@agency.example\"}";
        assertThatThrownBy(this::redeem)
                .asInstanceOf(type(SignInRefusedException.class))
                .satisfies(e -> {
                    assertThat(e.isOutdated()).isFalse();
                    assertThat(e).hasMessageNotContaining("kari");
                });
    }

    @Test
    void rolesThatTheIdTokenLacksAreAskedForOfTheSameSubjectOnly() {
        issuer.answerSigned(issuer.claims(attempt).claim("groups", null).build());
        issuer.userInfo = "{\"sub\": \"subject-1\", \"groups\": [\"readers\"], \"nonce\": \"x\"}";
        assertThat(redeem().claims())
                .containsEntry("groups", List.of("readers"))
                .containsEntry("nonce", attempt.nonce().getValue());

        issuer.userInfo = "{\"sub\": \"subject-2\", \"groups\": [\"readers\"]}";
        assertRefused("another subject");
        issuer.answerSigned(issuer.claims(attempt).build());
        assertThat(redeem().claims()).containsEntry("groups", List.of("editors"));
    }

    @Test
    void aDiscoveryDocumentThatIsNotOfTheIssuerOrNotEncryptedIsRefused() {
        for (var change : Map.of(
                        "issuer", "https://other-tenant.example",
                        "authorization_endpoint", "http://issuer.example/authorize",
                        "token_endpoint", "http://issuer.example/token",
                        "jwks_uri", "http://issuer.example/keys",
                        "end_session_endpoint", "http://issuer.example/out")
                .entrySet()) {
            var before = issuer.metadata.put(change.getKey(), change.getValue());
            assertThatThrownBy(() -> client().authorization(attempt, REDIRECT))
                    .as(change.getKey())
                    .isInstanceOf(IssuerUnreachableException.class);
            if (before == null) {
                issuer.metadata.remove(change.getKey());
            } else {
                issuer.metadata.put(change.getKey(), before);
            }
        }
        issuer.metadata.put("padding", "x".repeat(300_000));
        assertThatThrownBy(() -> client().authorization(attempt, REDIRECT)).hasMessageContaining("larger than");
    }

    @Test
    void anIssuerThatIsDownKeepsWhatWasKnownOfIt() {
        var clock = new StepClock();
        var client = client(clock);
        issuer.metadata.put("end_session_endpoint", issuer.url() + "/out?a=b");
        assertThat(client.authorization(attempt, REDIRECT).toString()).startsWith(issuer.url() + "/authorize?");
        issuer.close();
        clock.now = clock.now.plus(Duration.ofHours(2));

        assertThat(client.authorization(attempt, REDIRECT).toString()).startsWith(issuer.url() + "/authorize?");
        assertThat(client.logout(null, REDIRECT))
                .hasValueSatisfying(address -> assertThat(address.toString())
                        .startsWith(issuer.url() + "/out?")
                        .contains("a=b", "client_id=rapport", "post_logout_redirect_uri="));
        assertThatThrownBy(() -> client.redeem(attempt, REDIRECT, answer()))
                .isInstanceOf(IssuerUnreachableException.class);
        assertThat(client().logout(null, REDIRECT)).isEmpty();
    }

    @Test
    void theAddressOfTheIssuerHasHashesOfTheSecretOnly() {
        var address = client().authorization(attempt, REDIRECT).toString();

        assertThat(address)
                .contains(
                        "response_type=code",
                        "code_challenge_method=S256",
                        "state=" + attempt.state().getValue(),
                        "nonce=" + attempt.nonce().getValue())
                .doesNotContain(attempt.secret(), attempt.verifier().getValue(), ForgedIssuer.SECRET);
        assertThat(List.of(
                        attempt.state().getValue(),
                        attempt.nonce().getValue(),
                        attempt.verifier().getValue()))
                .doesNotHaveDuplicates();
        assertThat(SignInAttempt.parse(attempt.value())).hasValue(attempt);
        assertThat(SignInAttempt.parse(new SignInAttempt(attempt.secret(), "//evil.example").value()))
                .hasValueSatisfying(read -> assertThat(read.next()).isEqualTo("/"));
        assertThat(SignInAttempt.parse("x." + attempt.value())).isEmpty();
        assertThat(SignInAttempt.start("/" + "x".repeat(1000)).next()).isEqualTo("/");
    }

    private SignedInAccount redeem() {
        return client().redeem(attempt, REDIRECT, answer());
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(this::redeem)
                .isInstanceOf(SignInRefusedException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("subject-1");
    }

    private Map<String, List<String>> answer() {
        return new HashMap<>(Map.of(
                "code", List.of("the-code"),
                "state", List.of(attempt.state().getValue()),
                "iss", List.of(issuer.url())));
    }

    private OidcClient client() {
        return client(Clock.systemUTC());
    }

    private OidcClient client(Clock clock) {
        var settings = new OidcProperties(
                issuer.url(),
                ForgedIssuer.CLIENT,
                ForgedIssuer.SECRET,
                "",
                List.of("openid"),
                "groups",
                List.of("editors=acme/EDITOR"));
        return new OidcClient(
                settings, new IssuerDirectory(settings.issuer(), http, clock), http, settings.mapper()::hasClaim);
    }

    private static Arguments forged(String name, UnaryOperator<JWTClaimsSet.Builder> forgery) {
        return Arguments.of(name, forgery);
    }

    /** A clock that a test sets. */
    private static final class StepClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
