package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.VerificationResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Verifies {@code X-Hub-Signature} of WebSub, of which the hub chooses the algorithm. */
public final class WebSubSignatures {

    /** The header. */
    public static final String HEADER = "x-hub-signature";

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private WebSubSignatures() {}

    /**
     * Verifies a delivery.
     *
     * @param secrets any of them may have signed it
     */
    public static VerificationResult verify(SourcePayload payload, List<String> secrets) {
        var header = payload.header(HEADER).orElse("");
        var method = header.split("=", 2)[0].strip().toLowerCase(Locale.ROOT);
        var algorithm = ALGORITHMS.get(method);
        if (algorithm == null) {
            return VerificationResult.refuse(
                    header.isEmpty() ? "The request is not signed." : "The signature has an unknown method.");
        }
        return new HmacSignature(algorithm, method + "=", HmacSignature.Encoding.HEX)
                .verify(header, payload.body(), secrets);
    }
}
