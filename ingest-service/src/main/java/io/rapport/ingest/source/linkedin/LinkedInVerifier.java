package io.rapport.ingest.source.linkedin;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.HookChallenges;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Verifies {@code X-LI-Signature}. LinkedIn documents that the text {@code hmacsha256=} and the body are signed; existing
 * receivers verify the body alone, or expect that text before the signature in the header. All are accepted: each needs the
 * secret.
 */
final class LinkedInVerifier implements SourceVerifier {

    static final String CLIENT_SECRET = "clientSecret";

    private static final String PREFIX = "hmacsha256=";
    private static final HmacSignature SIGNATURE = new HmacSignature("HmacSHA256", "", HmacSignature.Encoding.HEX);

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        var header = payload.header("x-li-signature")
                .map(LinkedInVerifier::withoutPrefix)
                .orElse(null);
        var keys = secrets.all(CLIENT_SECRET);
        var documented = SIGNATURE.verify(header, HmacSignature.prefixed(PREFIX, payload.body()), keys);
        return documented.accepted() ? documented : SIGNATURE.verify(header, payload.body(), keys);
    }

    @Override
    public Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        return HookChallenges.echo(payload.query().get("challengeCode"))
                .flatMap(code -> secrets.newest(CLIENT_SECRET)
                        .filter(secret -> !secret.isEmpty())
                        .map(secret -> new ChallengeResponse(
                                "application/json",
                                "{\"challengeCode\":\"%s\",\"challengeResponse\":\"%s\"}"
                                        .formatted(code.body(), SIGNATURE.sign(secret, code.body())))));
    }

    private static String withoutPrefix(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(PREFIX) ? header.substring(PREFIX.length()) : header;
    }
}
