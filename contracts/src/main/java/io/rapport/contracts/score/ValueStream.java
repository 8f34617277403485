package io.rapport.contracts.score;

import java.math.BigDecimal;
import java.util.List;

/**
 * One value stream in one unit.
 *
 * @param stream what it is
 * @param unit ISO 4217 of its amounts, or {@code hours}
 * @param amount in that unit
 * @param count of how many purchases, visits, answers or engagements it comes
 * @param parts what it is made of, largest first, at most 20
 */
public record ValueStream(ValueKind stream, String unit, BigDecimal amount, long count, List<ValuePart> parts) {}
