package io.rapport.ingest.domain.source;

import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies what a platform pushes. Implementations compare in constant time, and are pure but for {@link #fetch}.
 */
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

    /**
     * Whether deliveries only name what has to be fetched. Nothing of them is signed: anyone may send them, so they have a quota of
     * their own.
     */
    default boolean fetches() {
        return false;
    }

    /**
     * Fetches what a delivery names; called if {@link #fetches}.
     *
     * @return the payload to map
     * @throws FetchFailedException if it cannot be fetched
     * @throws InputRejectedException if the delivery does not concern an account
     */
    default SourcePayload fetch(SourcePayload payload, SourceSettings settings, HttpFetcher http) {
        return payload;
    }
}
