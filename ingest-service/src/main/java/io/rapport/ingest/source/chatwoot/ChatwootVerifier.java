package io.rapport.ingest.source.chatwoot;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Verifies {@code X-Chatwoot-Signature} over the time stamp, a point and the raw body; the time stamp is at most 5 minutes off. */
final class ChatwootVerifier implements SourceVerifier {

    static final String SECRET = "secret";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        var written = payload.header("x-chatwoot-timestamp").orElse("");
        if (!SECONDS.matcher(written).matches()) {
            return VerificationResult.refuse("The request has no time stamp, so that it cannot be signed.");
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(written)), now)
                .abs();
        if (age.compareTo(TOLERANCE) > 0) {
            return VerificationResult.refuse("The signature is older than 5 minutes, or a clock is wrong.");
        }
        return HmacSignature.SHA256_HEX.verify(
                payload.header("x-chatwoot-signature").orElse(null),
                HmacSignature.prefixed(written + ".", payload.body()),
                secrets.all(SECRET));
    }
}
