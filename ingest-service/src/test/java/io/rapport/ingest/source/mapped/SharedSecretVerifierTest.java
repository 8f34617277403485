package io.rapport.ingest.source.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedSecretVerifierTest {

    /** The example of GitHub's documentation of webhooks. */
    private static final String SIGNATURE = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private static final String SECRET = "It's a Secret to Everybody";
    private static final String BODY = "Hello, World!";

    private final SharedSecretVerifier verifier = new SharedSecretVerifier();

    @Test
    void acceptsTheSignatureOfTheRawBodyByAnyValidSecret() {
        assertThat(accepts("x-hub-signature-256", SIGNATURE, BODY, SECRET)).isTrue();
        assertThat(accepts("x-hub-signature-256", SIGNATURE, BODY, "new one", SECRET))
                .isTrue();
        assertThat(accepts(
                        "x-hub-signature-256",
                        SIGNATURE.toUpperCase(Locale.ROOT).replace("SHA", "sha"),
                        BODY,
                        SECRET))
                .isTrue();
    }

    @Test
    void refusesWrongMissingAndMalformedSignatures() {
        assertThat(accepts("x-hub-signature-256", SIGNATURE, BODY + " ", SECRET))
                .isFalse();
        assertThat(accepts("x-hub-signature-256", SIGNATURE, BODY, "other")).isFalse();
        assertThat(accepts("x-hub-signature-256", SIGNATURE, BODY)).isFalse();
        assertThat(accepts("x-other", SIGNATURE, BODY, SECRET)).isFalse();
        for (var malformed :
                Arrays.asList("", "sha256=", "sha256=zz", "sha1=00", SIGNATURE.substring(7), SIGNATURE + "00")) {
            assertThat(accepts("x-hub-signature-256", malformed, BODY, SECRET))
                    .as(malformed)
                    .isFalse();
        }
    }

    @Test
    void acceptsTheSecretItselfAsABearer() {
        assertThat(accepts("authorization", "Bearer " + SECRET, BODY, SECRET)).isTrue();
        assertThat(accepts("authorization", "Bearer x", BODY, SECRET)).isFalse();
        assertThat(accepts("authorization", SECRET, BODY, SECRET)).isFalse();
    }

    private boolean accepts(String header, String value, String body, String... secrets) {
        var payload = new SourcePayload(
                body.getBytes(StandardCharsets.UTF_8), Map.of(header, List.of(value)), Map.of(), "text/plain");
        return verifier.verify(payload, new SourceSecrets(Map.of("secret", List.of(secrets))), Instant.EPOCH)
                .accepted();
    }
}
