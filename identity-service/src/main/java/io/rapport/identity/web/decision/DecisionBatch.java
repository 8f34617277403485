package io.rapport.identity.web.decision;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.web.display.DisplayFormat;
import io.rapport.web.pages.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Executes the decisions of one page request and collects results and refusals. */
public final class DecisionBatch {

    private final List<DecisionReference> done = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int status = HttpStatus.OK.value();

    /** Executes a decision; a refusal is recorded with its explanation. */
    public void add(Supplier<DecisionResult> decision, Supplier<String> about) {
        try {
            done.add(DecisionReference.of(decision.get()));
        } catch (DecisionRefusedException e) {
            refuse(DecisionProblems.status(e), about.get() + ": " + explain(e));
        } catch (NotPublishedException e) {
            refuse(HttpStatus.SERVICE_UNAVAILABLE, about.get() + ": " + text("refused.not-published"));
        }
    }

    public DecisionBatchResult outcome() {
        return new DecisionBatchResult(List.copyOf(done), List.copyOf(refused), status);
    }

    private void refuse(HttpStatus as, String sentence) {
        if (refused.isEmpty()) {
            status = as.value();
        }
        refused.add(sentence);
    }

    private static String explain(DecisionRefusedException refused) {
        var what =
                switch (refused.reason()) {
                    case SAME_PERSON, DISTINCT, CONFLICT, UNKNOWN_REVIEW, ALREADY_UNDONE, NOT_LAST ->
                        text("refused." + refused.reason().name());
                    default -> String.valueOf(refused.getMessage());
                };
        return what
                + refused.conflictingDecision()
                        .map(before -> " "
                                + text(
                                        "refused.decided",
                                        DisplayFormat.quoted(before.by()),
                                        PageText.time(before.at()),
                                        DisplayFormat.quoted(before.reason())))
                        .orElse("");
    }
}
