package io.rapport.scoring.domain.day;

import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.SpreadAlert;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.ValueFigures;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a brand on one day. A part that was not asked for is null.
 *
 * @param people number of people with any contact
 * @param meanStrength mean of their strengths
 * @param windows Return on Relationships over 7, 30 and 90 days
 * @param spread spread of sentiment over the same windows
 * @param value value streams over the same windows
 * @param service service figures over the same windows
 * @param top people with the largest return and effort over the same windows
 * @param alert alert about negative word of mouth, of the part spread; null for none
 * @param accounts balance of the engagements of days up to the day
 * @param missing parts that were asked for and are not known exactly, by reason; null for none
 */
@RecordBuilder
public record BrandDayFigures(
        LocalDate asOf,
        long people,
        double meanStrength,
        @Nullable List<RollingRor> windows,
        @Nullable List<WindowSpread> spread,
        @Nullable List<ValueWindow> value,
        @Nullable List<ServiceWindow> service,
        @Nullable List<TopPersonDays> top,
        @Nullable String alert,
        @Nullable AccountBalance accounts,
        @Nullable Map<Part, String> missing) {

    private static final String UNKNOWN_ACCOUNTS =
            "Some engagements were counted by a version that did not keep their days. Rebuild the state of scoring from the topics.";

    /** A part of the figures. */
    public enum Part {
        /** Return on Relationships. */
        WINDOWS,
        /** Spread of sentiment. */
        SPREAD,
        /** Value streams. */
        VALUE,
        /** Service figures. */
        SERVICE,
        /** People with the largest return and effort. */
        TOP,
        /** Balance of engagements. */
        ACCOUNTS;

        /** Whether the part is read from the ledgers of the brand itself. */
        public boolean isOfBrand() {
            return this == VALUE || this == SERVICE || this == ACCOUNTS;
        }
    }

    /**
     * Sums of a brand that do not belong to a person, of one day.
     *
     * @param value value streams without the hours invested
     * @param service service figures
     * @param accounts balance of the engagements up to the day; null if it is not known
     */
    public record DayWindows(
            List<ValueWindow> value,
            List<ServiceWindow> service,
            @Nullable AccountBalance accounts) {

        /** No sums. */
        public static final DayWindows NONE = new DayWindows(List.of(), List.of(), null);
    }

    /**
     * Computes the figures of one day.
     *
     * @param asOf epoch day
     * @param series daily series of people, and the outbound totals of the brand
     * @param people sums over the people on that day
     * @param cascades messages with their children; not used without the part
     */
    public static BrandDayFigures of(
            int asOf,
            BrandLedger series,
            BrandDays.DayPart people,
            SpreadLedger cascades,
            DayWindows windows,
            ScoringModel model,
            Set<Part> parts) {
        var ledger = new BrandLedger(series.seriesCells(), people.snapshot().snapshotCells());
        var spread = parts.contains(Part.SPREAD) ? BrandSpread.of(ledger, cascades, asOf) : null;
        var isUnknown = parts.contains(Part.ACCOUNTS) && windows.accounts() == null;
        return BrandDayFiguresBuilder.builder()
                .asOf(LocalDate.ofEpochDay(asOf))
                .people(ledger.people())
                .meanStrength(people.meanStrength())
                .windows(parts.contains(Part.WINDOWS) ? BrandScore.of(ledger, asOf, model) : null)
                .spread(spread)
                .value(parts.contains(Part.VALUE) ? ValueFigures.withHours(windows.value(), ledger, asOf) : null)
                .service(parts.contains(Part.SERVICE) ? windows.service() : null)
                .top(parts.contains(Part.TOP) ? people.top() : null)
                .alert(spread == null ? null : SpreadAlert.of(ledger, spread, asOf))
                .accounts(parts.contains(Part.ACCOUNTS) ? windows.accounts() : null)
                .missing(isUnknown ? Map.of(Part.ACCOUNTS, UNKNOWN_ACCOUNTS) : null)
                .build();
    }
}
