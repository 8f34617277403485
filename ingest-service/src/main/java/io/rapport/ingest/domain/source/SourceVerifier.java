package io.rapport.ingest.domain.source;

import java.time.Instant;
import java.util.Optional;

/** Verifies what a platform pushes. Implementations are pure and compare in constant time. */
public interface SourceVerifier {

    /**
     * Verifies the signature of a payload over its raw body, and its time stamp where the platform signs one (±5 min).
     *
     * @param secrets any valid value of a secret may have signed the payload
     */
    VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now);

    /**
     * Answers the request by which a platform checks the address of a hook. Called for each {@code GET}, and for each
     * {@code POST} that {@link #verify} accepted.
     *
     * @return empty if the request is no challenge, or one that fails; a {@code GET} is then refused like a bad signature
     */
    default Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        return Optional.empty();
    }
}
