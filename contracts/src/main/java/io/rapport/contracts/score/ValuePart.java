package io.rapport.contracts.score;

import java.math.BigDecimal;

/**
 * A part of a value stream.
 *
 * @param label the origin of the part: a direction and kind such as {@code OUTBOUND REPLY}, or a keyword
 * @param amount the amount in the stream's unit
 * @param count the number of engagements
 */
public record ValuePart(String label, BigDecimal amount, long count) {}
