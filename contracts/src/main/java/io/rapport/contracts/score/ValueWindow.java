package io.rapport.contracts.score;

import java.util.List;

/**
 * What came of a brand's relationships over one window. Streams are never summed and are no part of Return on
 * Relationships.
 *
 * @param window days, up to and including {@code asOf}
 * @param streams each stream and unit there was anything of
 */
public record ValueWindow(int window, List<ValueStream> streams) {}
