package io.rapport.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.report.domain.Moment;
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
record ValueView(
        int window, @Nullable LocalDate asOf, @Nullable String modelVersion, boolean measured, List<Stream> streams) {

    /**
     * One stream in one unit.
     *
     * @param label its name, for a person
     * @param meaning what it is, in a sentence
     * @param unit ISO 4217 of its amounts, or {@code hours}
     * @param count of how many purchases, visits, answers or engagements it comes
     * @param parts what it is made of, largest first, at most 20
     */
    record Stream(
            ValueKind stream,
            String label,
            String meaning,
            String unit,
            BigDecimal amount,
            long count,
            List<ValuePart> parts) {

        static Stream of(ValueStream from) {
            var words = StreamWords.of(from.stream());
            return new Stream(
                    from.stream(),
                    words.label(),
                    words.meaning(),
                    from.unit(),
                    from.amount(),
                    from.count(),
                    from.parts());
        }
    }

    static ValueView of(@Nullable ValueWindow from, Moment moment, int window) {
        return new ValueView(
                window,
                moment.asOf(),
                moment.modelVersion(),
                from != null,
                from == null
                        ? List.of()
                        : from.streams().stream()
                                .sorted(Comparator.comparing(ValueStream::stream)
                                        .thenComparing(ValueStream::unit))
                                .map(Stream::of)
                                .toList());
    }
}
