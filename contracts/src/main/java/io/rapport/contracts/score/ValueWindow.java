package io.rapport.contracts.score;

import java.util.List;

/**
 * The value streams of a brand over one window. They are never summed, and are not part of Return on Relationships.
 *
 * @param window days, up to and including {@code asOf}
 * @param streams the streams with any value, by unit
 */
public record ValueWindow(int window, List<ValueStream> streams) {}
