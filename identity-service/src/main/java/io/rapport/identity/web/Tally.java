package io.rapport.identity.web;

import io.rapport.identity.domain.Announcer.NotAnnounced;
import io.rapport.identity.domain.Decided;
import io.rapport.identity.domain.Refused;
import io.rapport.web.pages.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Counts what is decided on a page, and puts into words why the rest is not. */
final class Tally {

    private final List<Noted> done = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int status = HttpStatus.OK.value();

    /** Decides, or notes why not. */
    void add(Supplier<Decided> decision, Supplier<String> about) {
        try {
            done.add(Noted.of(decision.get()));
        } catch (Refused e) {
            refuse(Answers.status(e), about.get() + ": " + why(e));
        } catch (NotAnnounced e) {
            refuse(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    about.get()
                            + ": what was decided about them before is still on its way. Decide again in a moment.");
        }
    }

    Outcome outcome() {
        return new Outcome(List.copyOf(done), List.copyOf(refused), status);
    }

    private void refuse(HttpStatus as, String sentence) {
        if (refused.isEmpty()) {
            status = as.value();
        }
        refused.add(sentence);
    }

    private static String why(Refused refused) {
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
                                        Shown.quoted(before.by()),
                                        PageText.time(before.at()),
                                        Shown.quoted(before.reason())))
                        .orElse("");
    }
}
