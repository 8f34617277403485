package io.rapport.ingest.domain;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.access.TokenIssued;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Issues tokens and revokes them. */
public final class Tokens {

    private final Decisions<TokenIssued> decisions;
    private final Supplier<String> secrets;
    private final UnaryOperator<String> hash;

    /**
     * Issues by decisions.
     *
     * @param secrets makes tokens that nobody can guess
     * @param hash under what a token is kept
     */
    public Tokens(Decisions<TokenIssued> decisions, Supplier<String> secrets, UnaryOperator<String> hash) {
        this.decisions = decisions;
        this.secrets = secrets;
        this.hash = hash;
    }

    /**
     * A token that was issued, with the token itself, which is shown this once.
     *
     * @param token what a caller sends
     */
    public record Issued(TokenIssued issued, String token) {

        /** Without the token, which must not reach a log. */
        @Override
        public String toString() {
            return "Issued[" + issued.id() + "]";
        }
    }

    /**
     * Issues a token of an agency. All services go by it soon after, this one at once.
     *
     * @throws NotAccepted if the body cannot be accepted
     * @throws NotDelivered if it could not be announced; nobody has the token then, and it is taken back
     */
    public Issued issue(String agency, Map<?, ?> body, Instant at) {
        var wanted = TokenReader.read(body, at);
        var token = secrets.get();
        var hashed = hash.apply(token);
        var issued = new TokenIssued(
                agency, idOf(hashed), wanted.name(), hashed, wanted.brands(), wanted.scopes(), at, wanted.expiresAt());
        var decision = new Decision<>(issued.key(), 1, issued, false);
        decisions.save(decision, 0);
        try {
            decisions.announce(decision.key());
        } catch (NotDelivered e) {
            decisions.save(decision.withdraw(), decision.version());
            throw e;
        }
        return new Issued(issued, token);
    }

    /**
     * Revokes a token. All services refuse it soon after, this one at once.
     *
     * @return false if there is none with this id
     * @throws NotDelivered if it could not be announced yet; it will be
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
        decisions.announce(key);
        return true;
    }

    /** Random as the token is, and nothing of the token can be told from it. */
    private static UUID idOf(String hash) {
        return DeterministicIds.of("token", hash);
    }
}
