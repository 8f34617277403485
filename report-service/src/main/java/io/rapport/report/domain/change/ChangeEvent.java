package io.rapport.report.domain.change;

/**
 * A change of a score.
 *
 * @param position where the feed goes on after it
 * @param type of the event, as {@code score.relationship.changed}
 * @param json the event as it is on its topic
 */
public record ChangeEvent(ChangePosition position, String type, String json) {}
