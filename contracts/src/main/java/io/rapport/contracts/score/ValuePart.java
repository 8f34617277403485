package io.rapport.contracts.score;

import java.math.BigDecimal;

/**
 * A part of a value stream.
 *
 * @param label what it comes of: a direction and kind such as {@code OUTBOUND REPLY}, or a keyword
 * @param amount in the stream's unit
 * @param count of how many
 */
public record ValuePart(String label, BigDecimal amount, long count) {}
