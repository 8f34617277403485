package io.rapport.report.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.report.actions.ActionFields;
import io.rapport.report.assistant.PendingActions.PendingAction;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PendingActionsTest {

    private static final PendingAction THANKS = new PendingAction(
            "hash-of-token",
            new BrandKey("acme", "coffee"),
            UUID.randomUUID(),
            new ActionFields("thanks", UUID.randomUUID().toString(), "", null, null, null, null, null));

    private final AtomicLong nanos = new AtomicLong();
    private final PendingActions pending = new PendingActions(nanos::get);

    @Test
    void aConfirmationIsValidOnceForItsToken() {
        var confirmation = pending.add(THANKS);

        assertRefused(confirmation, "hash-of-another");
        assertRefused("guessed", "hash-of-token");
        assertThat(pending.take(confirmation, "hash-of-token")).isEqualTo(THANKS);
        assertRefused(confirmation, "hash-of-token");
    }

    @Test
    void aConfirmationExpires() {
        var confirmation = pending.add(THANKS);
        nanos.addAndGet(PendingActions.VALID.plus(Duration.ofSeconds(1)).toNanos());

        assertRefused(confirmation, "hash-of-token");
    }

    private void assertRefused(String confirmation, String tokenHash) {
        assertThatThrownBy(() -> pending.take(confirmation, tokenHash))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(409));
    }
}
