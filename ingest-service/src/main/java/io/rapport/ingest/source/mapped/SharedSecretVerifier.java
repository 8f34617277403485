package io.rapport.ingest.source.mapped;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.HookChallenges;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Verifies a delivery by a secret that both sides know: {@code X-Hub-Signature-256: sha256=} with the HMAC-SHA-256 of the
 * body in hex, or {@code Authorization: Bearer} with the secret itself.
 */
public final class SharedSecretVerifier implements SourceVerifier {

    /** The name of the secret. */
    public static final String SECRET = "secret";

    private static final String SIGNATURE = "x-hub-signature-256";
    private static final String BEARER = "Bearer ";

    /**
     * The entry of a source to which a relay, or a server of the brand, delivers in the list of sources.
     *
     * @param step what it has to deliver, for the administrator
     * @param more the steps after those of the delivery
     */
    public static SourceDefinition relayed(String title, EngagementSource source, String step, String... more) {
        var delivery = Stream.of(
                step,
                "Let it send the secret of this connection as Authorization: Bearer, or sign with X-Hub-Signature-256.");
        return SourceDefinition.push(
                title,
                source,
                new SharedSecretVerifier(),
                List.of(SECRET),
                Stream.concat(delivery, Stream.of(more)).toList());
    }

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        var valid = secrets.all(SECRET);
        if (valid.isEmpty()) {
            return VerificationResult.refuse("the connection has no secret.");
        }
        var signature = payload.header(SIGNATURE);
        if (signature.isPresent()) {
            var isSigned = signature.get().startsWith(HmacSignature.SHA256_HEX.prefix())
                    && HmacSignature.SHA256_HEX
                            .verify(signature.get(), payload.body(), valid)
                            .accepted();
            return isSigned ? VerificationResult.accept() : VerificationResult.refuse("the signature is wrong.");
        }
        var token = payload.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
        if (token.isEmpty()) {
            return VerificationResult.refuse("it has neither X-Hub-Signature-256 nor Authorization: Bearer.");
        }
        return HookChallenges.isAnyOf(token.get(), valid)
                ? VerificationResult.accept()
                : VerificationResult.refuse("the secret in Authorization is wrong.");
    }
}
