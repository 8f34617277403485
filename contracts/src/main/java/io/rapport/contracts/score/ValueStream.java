package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value stream in one unit.
 *
 * @param stream the kind of value
 * @param unit ISO 4217 of its amounts, {@code hours} or {@code citations}
 * @param amount the amount in that unit
 * @param count the number of purchases, visits, answers or engagements it results from
 * @param parts its parts in descending order, at most 20
 * @param evidence {@code few} when it stands on few data, see {@link FigureEvidence}; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ValueStream(
        ValueKind stream,
        String unit,
        BigDecimal amount,
        long count,
        List<ValuePart> parts,
        @Nullable String evidence) {

    /** A stream that stands on enough data. */
    public ValueStream(ValueKind stream, String unit, BigDecimal amount, long count, List<ValuePart> parts) {
        this(stream, unit, amount, count, parts, null);
    }
}
