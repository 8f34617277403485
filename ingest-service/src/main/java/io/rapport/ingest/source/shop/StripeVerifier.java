package io.rapport.ingest.source.shop;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.SignedTimestamps;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Verifies {@code Stripe-Signature: t=…,v1=…}, the HMAC-SHA-256 of the time stamp, a point and the raw body. During a rotation
 * the header has several {@code v1}; other schemes are ignored. The time stamp is at most 5 minutes off.
 */
final class StripeVerifier implements SourceVerifier {

    static final String SECRET = "signingSecret";

    private static final Pattern TIME = Pattern.compile("t=(\\d{1,12})");
    private static final String SCHEME = "v1=";
    private static final int MAX_SIGNATURES = 10;
    private static final HmacSignature SIGNATURE = new HmacSignature("HmacSHA256", SCHEME, HmacSignature.Encoding.HEX);

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        var parts = Stream.of(payload.header("stripe-signature").orElse("").split(","))
                .map(String::strip)
                .toList();
        var times = parts.stream()
                .map(TIME::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1))
                .toList();
        var written = times.size() == 1 ? times.get(0) : "";
        var time = SignedTimestamps.verify(written, now);
        if (!time.accepted()) {
            return time;
        }
        var signed = HmacSignature.prefixed(written + ".", payload.body());
        return parts.stream()
                .filter(part -> part.startsWith(SCHEME))
                .limit(MAX_SIGNATURES)
                .map(part -> SIGNATURE.verify(part, signed, secrets.all(SECRET)))
                .reduce((one, other) -> one.accepted() ? one : other)
                .orElseGet(() -> VerificationResult.refuse("The request is not signed."));
    }
}
