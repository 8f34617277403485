package io.rapport.report.assistant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.rapport.contracts.BrandKey;
import io.rapport.report.actions.ActionFields;
import io.rapport.web.problem.Problem;
import io.rapport.web.secret.SecretGenerator;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * The actions that wait for a confirmation, in this instance. A confirmation is a random value that is valid once, for ten minutes
 * and for the token that the action was prepared with.
 */
final class PendingActions {

    static final Duration VALID = Duration.ofMinutes(10);

    private static final int MAX_PENDING = 10_000;

    private final SecretGenerator secrets = new SecretGenerator();
    private final Cache<String, PendingAction> pending;

    /**
     * No actions.
     *
     * @param ticker measures how long they are valid
     */
    PendingActions(Ticker ticker) {
        this.pending = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfterWrite(VALID)
                .maximumSize(MAX_PENDING)
                .build();
    }

    /**
     * An action that was not recorded yet.
     *
     * @param tokenHash the hash of the token it was prepared with
     */
    record PendingAction(String tokenHash, BrandKey brand, UUID person, ActionFields fields) {}

    /** Keeps an action; returns its confirmation. */
    String add(PendingAction action) {
        var confirmation = secrets.next("");
        pending.put(confirmation, action);
        return confirmation;
    }

    /** Takes the action of a confirmation, which is not valid again. */
    PendingAction take(String confirmation, String tokenHash) {
        var found = pending.getIfPresent(confirmation);
        if (found == null
                || !found.tokenHash().equals(tokenHash)
                || !pending.asMap().remove(confirmation, found)) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "unknown-confirmation",
                            "Nothing was recorded",
                            "The confirmation was used, or is older than %d minutes. Prepare the action again."
                                    .formatted(VALID.toMinutes()))
                    .asException();
        }
        return found;
    }
}
