package io.rapport.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every source that pushes refuses what its platform did not sign. */
class UnsignedPayloadsTest {

    private static final String SECRET = "the secret of this test";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** The headers in which platforms sign. */
    private static final List<String> HEADERS = List.of(
            "x-hub-signature-256",
            "x-hub-signature",
            "x-twitter-webhooks-signature",
            "x-li-signature",
            "x-discourse-event-signature",
            "x-chatwoot-signature",
            "x-chatwoot-timestamp",
            "stripe-signature",
            "x-shopify-hmac-sha256",
            "x-wc-webhook-signature",
            "x-rapport-signature",
            "authorization");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "=",
            "sha256=",
            "sha256=zz",
            "sha256=" + "0".repeat(64),
            "sha256=" + "0".repeat(63),
            "sha1=" + "0".repeat(40),
            "md5=" + "0".repeat(32),
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "t=1,v1=" + "0".repeat(64),
            "t=" + NOW.getEpochSecond() + ",v1=" + "0".repeat(64),
            "t=x,v1=",
            "v1,t,,=",
            String.valueOf(NOW.getEpochSecond()),
            "99999999999999999999",
            "Bearer ",
            "Bearer wrong",
            "Basic eDp5",
            "\u0000\uD800",
            "x".repeat(10_000));

    static Stream<SourceDefinition> pushing() {
        return SourcesDocumentTest.SOURCES.stream().filter(source -> source.verifier() != null);
    }

    @ParameterizedTest
    @MethodSource("pushing")
    void missingWrongAndMalformedSignaturesAreRefused(SourceDefinition source) {
        var secrets = new SourceSecrets(
                source.secrets().stream().collect(Collectors.toMap(name -> name, name -> List.of(SECRET))));
        assertRefused(source, secrets, Map.of());
        for (var value : VALUES) {
            var headers = new HashMap<String, List<String>>();
            HEADERS.forEach(name -> headers.put(name, List.of(value)));
            assertRefused(source, secrets, headers);
            headers.replaceAll((name, values) -> List.of(value, value));
            assertRefused(source, secrets, headers);
        }
    }

    @ParameterizedTest
    @MethodSource("pushing")
    void withoutASecretNothingIsAccepted(SourceDefinition source) {
        assertRefused(source, SourceSecrets.NONE, Map.of());
        assertRefused(source, SourceSecrets.NONE, Map.of("authorization", List.of("Bearer ")));
    }

    private static void assertRefused(
            SourceDefinition source, SourceSecrets secrets, Map<String, List<String>> headers) {
        for (var body : List.of("", "{}", "{\"a\": 1}", "<html>", "a=b")) {
            var payload =
                    new SourcePayload(body.getBytes(StandardCharsets.UTF_8), headers, Map.of(), "application/json");
            var result = Objects.requireNonNull(source.verifier()).verify(payload, secrets, NOW);
            assertThat(result.accepted())
                    .as("%s %s %s", source.name(), headers, body)
                    .isFalse();
            assertThat(result.reason()).isNotBlank().doesNotContain(SECRET);
        }
    }
}
