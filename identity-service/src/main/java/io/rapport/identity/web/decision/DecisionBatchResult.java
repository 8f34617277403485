package io.rapport.identity.web.decision;

import java.util.List;

/**
 * The result of the decisions of one page request.
 *
 * @param done the decisions made
 * @param refused the refusals, one sentence each
 * @param status status of the first refusal; 200 if there is none
 */
public record DecisionBatchResult(List<DecisionReference> done, List<String> refused, int status) {

    /** Returns a copy that refers to other decisions. */
    public DecisionBatchResult withReferences(List<DecisionReference> references) {
        return new DecisionBatchResult(references, refused, status);
    }

    /** Returns the references of the decisions as text. */
    public List<String> references() {
        return done.stream().map(DecisionReference::text).toList();
    }
}
