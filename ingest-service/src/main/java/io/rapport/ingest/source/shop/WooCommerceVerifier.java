package io.rapport.ingest.source.shop;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.BodySignatureVerifier;
import io.rapport.ingest.source.payload.HmacSignature;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifies {@code X-WC-Webhook-Signature}. A shop activates a webhook only after it was answered 200 to the form
 * {@code webhook_id=n}, which it does not sign: that form is answered as a challenge, and nothing else of it is read.
 */
final class WooCommerceVerifier implements SourceVerifier {

    static final String SECRET = "secret";

    private static final BodySignatureVerifier SIGNATURE = new BodySignatureVerifier(
            new HmacSignature("HmacSHA256", "", HmacSignature.Encoding.BASE64), "x-wc-webhook-signature", SECRET);
    private static final Pattern FORM = Pattern.compile("webhook_id=\\d{1,18}");
    private static final int MAX_FORM = 64;

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return isActivation(payload) ? VerificationResult.accept() : SIGNATURE.verify(payload, secrets, now);
    }

    @Override
    public Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        return isActivation(payload) ? Optional.of(new ChallengeResponse("text/plain", "ok")) : Optional.empty();
    }

    private static boolean isActivation(SourcePayload payload) {
        return payload.contentType().startsWith("application/x-www-form-urlencoded")
                && payload.body().length <= MAX_FORM
                && FORM.matcher(payload.text().strip()).matches()
                && payload.query().isEmpty();
    }
}
