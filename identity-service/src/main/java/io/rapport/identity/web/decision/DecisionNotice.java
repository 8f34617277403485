package io.rapport.identity.web.decision;

import java.util.List;

/**
 * What a page says of what was decided last.
 *
 * @param said what holds now; empty when nothing was decided
 * @param refused what was not decided, and why
 * @param undo the decisions that can be taken back from here
 * @param did the same and those already taken back, for the next page to say
 */
public record DecisionNotice(String said, List<String> refused, List<String> undo, List<String> did) {

    static final DecisionNotice NONE = new DecisionNotice("", List.of(), List.of(), List.of());
}
