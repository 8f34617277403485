package io.rapport.identity.web.decision;

import io.rapport.identity.web.display.DisplayFormat;

import io.rapport.identity.domain.outbox.IdentityEventPublisher.NotPublishedException;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.web.pages.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Counts what is decided on a page, and puts into words why the rest is not. */
public final class DecisionBatch {

    private final List<DecisionReference> done = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int status = HttpStatus.OK.value();

    /** Decides, or notes why not. */
    public void add(Supplier<DecisionResult> decision, Supplier<String> about) {
        try {
            done.add(DecisionReference.of(decision.get()));
        } catch (DecisionRefusedException e) {
            refuse(DecisionProblems.status(e), about.get() + ": " + explain(e));
        } catch (NotPublishedException e) {
            refuse(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    about.get()
                            + ": what was decided about them before is still on its way. Decide again in a moment.");
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
                switch (refused.why()) {
                    case SAME_PERSON -> "somebody was faster, they are one person already.";
                    case DISTINCT -> "somebody was faster, they are two people.";
                    case CONFLICT -> "somebody decided something else about them at the same moment.";
                    case UNKNOWN_REVIEW -> "it was settled before.";
                    case ALREADY_UNDONE -> "it was taken back already.";
                    case NOT_LAST -> "something decided later rests on it. Take that back first.";
                    default -> String.valueOf(refused.getMessage());
                };
        return what
                + refused.because()
                        .map(before -> " It was %s, %s: %s"
                                .formatted(
                                        DisplayFormat.quoted(before.by()),
                                        PageText.time(before.at()),
                                        DisplayFormat.quoted(before.reason())))
                        .orElse("");
    }
}
