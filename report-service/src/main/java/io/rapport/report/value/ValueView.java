package io.rapport.report.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.report.domain.AsOfDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a brand's relationships over one window. Streams are kept apart: they overlap, so that a sum of them would
 * count the same money twice, and none is part of Return on Relationships.
 *
 * @param asOf the day it ends; null while nothing is known of the brand
 * @param measured whether scoring has said anything of value yet
 * @param streams each stream and unit there was anything of
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ValueView(
        int window, @Nullable LocalDate asOf, @Nullable String modelVersion, boolean measured, List<ValueStreamView> streams) {

    /**
     * One stream in one unit.
     *
     * @param label its name, for a person
     * @param meaning what it is, in a sentence
     * @param unit ISO 4217 of its amounts, or {@code hours}
     * @param count of how many purchases, visits, answers or engagements it comes
     * @param parts what it is made of, largest first, at most 20
     */
    public record ValueStreamView(
            ValueKind stream,
            String label,
            String meaning,
            String unit,
            BigDecimal amount,
            long count,
            List<ValuePart> parts) {

        static ValueStreamView of(ValueStream from) {
            var words = ValueStreamLabels.of(from.stream());
            return new ValueStreamView(
                    from.stream(),
                    words.label(),
                    words.meaning(),
                    from.unit(),
                    from.amount(),
                    from.count(),
                    from.parts());
        }
    }

    public static ValueView of(@Nullable ValueWindow from, AsOfDay moment, int window) {
        return new ValueView(
                window,
                moment.day(),
                moment.modelVersion(),
                from != null,
                from == null
                        ? List.of()
                        : from.streams().stream()
                                .sorted(Comparator.comparing(ValueStream::stream)
                                        .thenComparing(ValueStream::unit))
                                .map(ValueStreamView::of)
                                .toList());
    }
}
