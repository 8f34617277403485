package io.rapport.report.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.engagement.PaidCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value streams of a brand over one window. They are never summed up: they overlap, so that a sum would count the same
 * money twice, and none is part of Return on Relationships.
 *
 * @param asOf the last day of the window; null while the brand has no figures
 * @param measured whether scoring has published value streams
 * @param streams by stream and unit, without those that are empty
 * @param paid what was paid for in the window, most first: it is in no stream
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ValueView(
        int window,
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        boolean measured,
        List<ValueStreamView> streams,
        List<PaidCount> paid) {

    /**
     * One stream in one unit.
     *
     * @param label the name to show
     * @param meaning the meaning, as a sentence
     * @param unit ISO 4217 code of the amounts, {@code hours} or {@code citations}
     * @param count the number of purchases, visits, answers or engagements
     * @param evidence {@code few} if the stream stands on few of these; null if not
     * @param parts the parts of the amount, largest first, at most 20
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ValueStreamView(
            ValueKind stream,
            String label,
            String meaning,
            String unit,
            BigDecimal amount,
            long count,
            @Nullable String evidence,
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
                    from.evidence(),
                    from.parts());
        }
    }

    static ValueView of(@Nullable ValueWindow from, AsOfDay asOf, int window, List<PaidCount> paid) {
        return new ValueView(
                window,
                asOf.day(),
                asOf.modelVersion(),
                from != null,
                from == null
                        ? List.of()
                        : from.streams().stream()
                                .sorted(Comparator.comparing(ValueStream::stream)
                                        .thenComparing(ValueStream::unit))
                                .map(ValueStreamView::of)
                                .toList(),
                paid);
    }
}
