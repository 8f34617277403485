package io.rapport.identity.web.decision;

import java.util.List;

/**
 * What became of what somebody wanted decided.
 *
 * @param done what holds now
 * @param refused why the rest does not, a sentence each
 * @param status of the first refusal; 200 when there is none
 */
public record DecisionBatchResult(List<DecisionReference> done, List<String> refused, int status) {

    /** The same, told of other decisions than those it took. */
    public DecisionBatchResult withReferences(List<DecisionReference> noted) {
        return new DecisionBatchResult(noted, refused, status);
    }
}
