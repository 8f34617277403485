package io.rapport.ingest.source.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.HmacSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetaVerifierTest {

    private static final byte[] BODY = "{\"object\":\"page\"}".getBytes(StandardCharsets.UTF_8);
    private static final SourceSecrets SECRETS =
            new SourceSecrets(Map.of("appSecret", List.of("new", "old"), "verifyToken", List.of("word")));

    private static final HmacSignature SHA1 = new HmacSignature("HmacSHA1", "sha1=", HmacSignature.Encoding.HEX);

    private final MetaVerifier verifier = new MetaVerifier();

    private boolean accepts(Map<String, List<String>> headers) {
        return verifier.verify(new SourcePayload(BODY, headers, Map.of(), ""), SECRETS, Instant.EPOCH)
                .accepted();
    }

    private Optional<ChallengeResponse> challenge(String mode, String token, String challenge) {
        var query = Map.of("hub.mode", mode, "hub.verify_token", token, "hub.challenge", challenge);
        return verifier.challenge(new SourcePayload(new byte[0], Map.of(), query, ""), SourceSettings.NONE, SECRETS);
    }

    @Test
    void theRawBodyHasToBeSignedWithANewOrOldSecret() {
        for (var secret : List.of("new", "old")) {
            assertThat(accepts(Map.of("x-hub-signature-256", List.of(HmacSignature.SHA256_HEX.sign(secret, BODY)))))
                    .isTrue();
        }
        assertThat(accepts(Map.of("x-hub-signature-256", List.of(HmacSignature.SHA256_HEX.sign("other", BODY)))))
                .isFalse();
        assertThat(accepts(Map.of("x-hub-signature", List.of(SHA1.sign("new", BODY)))))
                .isFalse();
        assertThat(accepts(Map.of())).isFalse();
    }

    @Test
    void aChallengeWithTheVerifyTokenIsEchoed() {
        assertThat(challenge("subscribe", "word", "1158201444"))
                .contains(new ChallengeResponse("text/plain", "1158201444"));
        assertThat(challenge("subscribe", "other", "1158201444")).isEmpty();
        assertThat(challenge("unsubscribe", "word", "1158201444")).isEmpty();
        assertThat(challenge("subscribe", "word", "<script>")).isEmpty();
    }
}
