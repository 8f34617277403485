package io.rapport.ingest.source.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HmacSignatureTest {

    private static final byte[] BODY = "{\"text\":\"caf\\u00e9\"}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNED = HmacSignature.SHA256_HEX.sign("new", BODY);

    @Test
    void anyOfTheValidSecretsMayHaveSigned() {
        assertThat(HmacSignature.SHA256_HEX
                        .verify(SIGNED, BODY, List.of("new", "old"))
                        .accepted())
                .isTrue();
        assertThat(HmacSignature.SHA256_HEX
                        .verify(SIGNED, BODY, List.of("next", "new"))
                        .accepted())
                .isTrue();
        assertThat(HmacSignature.SHA256_HEX
                        .verify(SIGNED, BODY, List.of("next"))
                        .accepted())
                .isFalse();
    }

    @Test
    void aChangedBodyIsRefused() {
        var changed = BODY.clone();
        changed[3]++;

        assertThat(HmacSignature.SHA256_HEX
                        .verify(SIGNED, changed, List.of("new"))
                        .accepted())
                .isFalse();
    }

    @Test
    void missingAndMalformedSignaturesAreRefused() {
        for (var header : new String[] {
            null,
            "",
            "sha256=",
            "sha256=xyz",
            SIGNED.substring(0, 20),
            SIGNED.substring(7),
            "sha1=" + SIGNED.substring(7),
            SIGNED + "00"
        }) {
            assertThat(HmacSignature.SHA256_HEX
                            .verify(header, BODY, List.of("new"))
                            .accepted())
                    .as(header)
                    .isFalse();
        }
    }

    @Test
    void withoutASecretNothingIsAccepted() {
        var unsigned = HmacSignature.SHA256_HEX.verify(SIGNED, BODY, List.of());

        assertThat(unsigned.accepted()).isFalse();
        assertThat(HmacSignature.SHA256_HEX.verify(SIGNED, BODY, List.of("")).accepted())
                .isFalse();
    }

    @Test
    void reasonsNeverShowASecretOrASignature() {
        var refused = HmacSignature.SHA256_HEX.verify(SIGNED, BODY, List.of("a-secret-word"));

        assertThat(refused.reason()).doesNotContain("a-secret-word").doesNotContain(SIGNED.substring(7));
    }

    @Test
    void upperCaseHexAndBase64AreRead() {
        var base64 = HmacSignature.SHA256_BASE64.sign("new", BODY);

        assertThat(HmacSignature.SHA256_BASE64
                        .verify(base64, BODY, List.of("new"))
                        .accepted())
                .isTrue();
        assertThat(HmacSignature.SHA256_HEX
                        .verify(
                                "sha256=" + SIGNED.substring(7).toUpperCase(java.util.Locale.ROOT),
                                BODY,
                                List.of("new"))
                        .accepted())
                .isTrue();
    }
}
