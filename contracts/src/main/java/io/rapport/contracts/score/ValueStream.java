package io.rapport.contracts.score;

import java.math.BigDecimal;
import java.util.List;

/**
 * One value stream in one unit.
 *
 * @param stream the kind of value
 * @param unit ISO 4217 of its amounts, or {@code hours}
 * @param amount the amount in that unit
 * @param count the number of purchases, visits, answers or engagements it results from
 * @param parts its parts in descending order, at most 20
 */
public record ValueStream(ValueKind stream, String unit, BigDecimal amount, long count, List<ValuePart> parts) {}
