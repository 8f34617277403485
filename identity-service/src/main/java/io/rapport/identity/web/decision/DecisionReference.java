package io.rapport.identity.web.decision;

import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.web.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a decision in a query string.
 *
 * @param person the surviving person of the decision
 * @param decision id of the decision
 */
public record DecisionReference(UUID person, UUID decision) {

    /** Maximum number of decisions that one page can make. */
    public static final int MAX_PER_PAGE = 50;

    static DecisionReference of(DecisionResult result) {
        return new DecisionReference(result.person().person(), result.decision().id());
    }

    /** Parses the references of a query string, at most as many as one page can decide. */
    public static List<DecisionReference> parse(@Nullable List<String> references) {
        return Objects.requireNonNullElse(references, List.<String>of()).stream()
                .limit(MAX_PER_PAGE)
                .map(DecisionReference::of)
                .toList();
    }

    static DecisionReference of(String text) {
        var dot = text.indexOf('.');
        try {
            return new DecisionReference(
                    UUID.fromString(text.substring(0, Math.max(0, dot))), UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("did", "did must be a decision reference from the previous page.")
                    .asException();
        }
    }

    /** Returns the reference as text, {@code person.decision}. */
    public String text() {
        return person + "." + decision;
    }
}
