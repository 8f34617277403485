package io.rapport.identity.web.decision;

import java.util.List;

/**
 * The notice on a page about the decisions just made.
 *
 * @param summary summary of the decisions; empty if there are none
 * @param refused explanations of the refused decisions
 * @param undo references of the decisions that can be undone
 * @param did references of all decisions, which the next page request passes on
 */
public record DecisionNotice(String summary, List<String> refused, List<String> undo, List<String> did) {

    static final DecisionNotice NONE = new DecisionNotice("", List.of(), List.of(), List.of());
}
