package io.rapport.ingest.source.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.HmacSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XVerifierTest {

    private static final byte[] BODY = "{\"for_user_id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
    private static final SourceSecrets SECRETS = new SourceSecrets(Map.of("consumerSecret", List.of("new", "old")));

    private final XVerifier verifier = new XVerifier();

    @Test
    void theSignatureIsBase64OverTheRawBody() {
        for (var secret : List.of("new", "old")) {
            var header = HmacSignature.SHA256_BASE64.sign(secret, BODY);
            var payload =
                    new SourcePayload(BODY, Map.of("x-twitter-webhooks-signature", List.of(header)), Map.of(), "");

            assertThat(verifier.verify(payload, SECRETS, Instant.EPOCH).accepted())
                    .isTrue();
        }
        assertThat(verifier.verify(SourcePayload.of(BODY, ""), SECRETS, Instant.EPOCH)
                        .accepted())
                .isFalse();
    }

    @Test
    void theCheckIsAnsweredWithTheNewestSecret() {
        var payload = new SourcePayload(new byte[0], Map.of(), Map.of("crc_token", "abc"), "");

        assertThat(verifier.challenge(payload, SourceSettings.NONE, SECRETS)
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"response_token\":\"" + HmacSignature.SHA256_BASE64.sign("new", "abc") + "\"}");
        assertThat(verifier.challenge(SourcePayload.of(new byte[0], ""), SourceSettings.NONE, SECRETS))
                .isEmpty();
        assertThat(verifier.challenge(payload, SourceSettings.NONE, SourceSecrets.NONE))
                .isEmpty();
    }
}
