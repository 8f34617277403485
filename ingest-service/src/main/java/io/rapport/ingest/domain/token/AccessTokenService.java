package io.rapport.ingest.domain.token;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Issues and revokes access tokens. Only the hash of a token is stored and published. */
public final class AccessTokenService {

    private final AdminDecisionService<TokenIssued> decisions;
    private final Supplier<String> secrets;
    private final UnaryOperator<String> hash;

    /**
     * Creates a service that stores tokens as decisions.
     *
     * @param secrets generates random tokens
     * @param hash hashes a token for storage
     */
    public AccessTokenService(
            AdminDecisionService<TokenIssued> decisions, Supplier<String> secrets, UnaryOperator<String> hash) {
        this.decisions = decisions;
        this.secrets = secrets;
        this.hash = hash;
    }

    /**
     * An issued token.
     *
     * @param event the published event
     * @param token the token in clear, which is returned to the caller once and not stored
     */
    public record IssuedToken(TokenIssued event, String token) {

        /** Omits the token, which must not be logged. */
        @Override
        public String toString() {
            return "Issued[" + event.id() + "]";
        }
    }

    /**
     * Issues a token for an agency. This service accepts the token at once, the other services shortly afterwards.
     *
     * @throws InputRejectedException if the body is invalid
     * @throws DeliveryFailedException if the token could not be published; it is revoked then
     */
    public IssuedToken issue(String agency, Map<?, ?> body, Instant at) {
        var requested = AccessTokenRequest.read(body, at);
        var token = secrets.get();
        var hashed = hash.apply(token);
        var issued = new TokenIssued(
                agency,
                idOf(hashed),
                requested.name(),
                hashed,
                requested.brands(),
                requested.scopes(),
                at,
                requested.expiresAt());
        var decision = new AdminDecision<>(issued.key(), 1, issued, false);
        decisions.save(decision, 0);
        try {
            decisions.publish(decision.key());
        } catch (DeliveryFailedException e) {
            decisions.save(decision.withdraw(), decision.version());
            throw e;
        }
        return new IssuedToken(issued, token);
    }

    /**
     * Revokes a token. This service rejects the token at once, the other services shortly afterwards.
     *
     * @return false if no token has this id
     * @throws DeliveryFailedException if the revocation is not published yet; it is published later
     */
    public boolean revoke(String agency, UUID id) {
        return decisions.withdraw(TopicKeys.join(agency, id.toString()));
    }

    /** Derives the id from the token's hash, so that it does not disclose the token. */
    private static UUID idOf(String hash) {
        return DeterministicIds.of("token", hash);
    }
}
