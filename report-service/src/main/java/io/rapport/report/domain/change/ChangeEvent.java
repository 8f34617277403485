package io.rapport.report.domain.change;

/**
 * A change of a score.
 *
 * @param position from which the feed continues after it
 * @param type of the event, as {@code score.relationship.changed}
 * @param json the event as it is on its topic
 */
public record ChangeEvent(ChangePosition position, String type, String json) {}
