package io.rapport.ingest.domain.token;

import io.rapport.ingest.domain.input.InputRejectedException;

import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.access.TokenIssued;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Issues tokens and revokes them. */
public final class AccessTokenService {

    private final AdminDecisionService<TokenIssued> decisions;
    private final Supplier<String> secrets;
    private final UnaryOperator<String> hash;

    /**
     * Issues by decisions.
     *
     * @param secrets makes tokens that nobody can guess
     * @param hash under what a token is kept
     */
    public AccessTokenService(AdminDecisionService<TokenIssued> decisions, Supplier<String> secrets, UnaryOperator<String> hash) {
        this.decisions = decisions;
        this.secrets = secrets;
        this.hash = hash;
    }

    /**
     * A token that was issued, with the token itself, which is shown this once.
     *
     * @param token what a caller sends
     */
    public record IssuedToken(TokenIssued event, String token) {

        /** Without the token, which must not reach a log. */
        @Override
        public String toString() {
            return "Issued[" + event.id() + "]";
        }
    }

    /**
     * Issues a token of an agency. All services go by it soon after, this one at once.
     *
     * @throws InputRejectedException if the body cannot be accepted
     * @throws DeliveryFailedException if it could not be announced; nobody has the token then, and it is taken back
     */
    public IssuedToken issue(String agency, Map<?, ?> body, Instant at) {
        var wanted = AccessTokenRequest.read(body, at);
        var token = secrets.get();
        var hashed = hash.apply(token);
        var issued = new TokenIssued(
                agency, idOf(hashed), wanted.name(), hashed, wanted.brands(), wanted.scopes(), at, wanted.expiresAt());
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
     * Revokes a token. All services refuse it soon after, this one at once.
     *
     * @return false if there is none with this id
     * @throws DeliveryFailedException if it could not be announced yet; it will be
     */
    public boolean revoke(String agency, UUID id) {
        var key = TopicKeys.join(agency, id.toString());
        var stored = decisions.find(key);
        if (stored.isEmpty()) {
            return false;
        }
        if (!stored.get().withdrawn()) {
            decisions.save(stored.get().withdraw(), stored.get().version());
        }
        decisions.publish(key);
        return true;
    }

    /** Random as the token is, and nothing of the token can be told from it. */
    private static UUID idOf(String hash) {
        return DeterministicIds.of("token", hash);
    }
}
