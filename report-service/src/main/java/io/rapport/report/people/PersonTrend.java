package io.rapport.report.people;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.days.ScoringDaysClient;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.TrendChart;
import io.rapport.report.page.TrendLine;
import io.rapport.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The strength and the warmth of a person in each of the last 26 weeks. */
public final class PersonTrend {

    private static final int WEEKS = 26;

    private final @Nullable ScoringDaysClient scoring;

    /**
     * A trend of these scores.
     *
     * @param scoring null without a scoring service
     */
    public PersonTrend(@Nullable ScoringDaysClient scoring) {
        this.scoring = scoring;
    }

    /** The chart up to a day; null while the scoring service does not answer, or if it has one day of the person only. */
    @Nullable
    TrendChart chart(BrandKey brand, UUID person, LocalDate last, LocalDate first) {
        if (scoring == null) {
            return null;
        }
        var days = IntStream.range(0, WEEKS)
                .mapToObj(last::minusWeeks)
                .filter(day -> !day.isBefore(first))
                .sorted(Comparator.naturalOrder())
                .toList();
        try {
            var states = scoring.findPerson(brand, person, days);
            return TrendChart.of(
                    text("trend.person"),
                    states.stream().map(state -> PageFormat.day(state.asOf())).toList(),
                    List.of(
                            line(text("strength"), "returned", states, RelationshipScoreChanged::strength),
                            line(text("warmth"), "warmth", states, RelationshipScoreChanged::warmth)));
        } catch (ProblemException e) {
            // The page is complete without its trend.
            return null;
        }
    }

    private static TrendLine line(
            String label,
            String tone,
            List<RelationshipScoreChanged> states,
            ToDoubleFunction<RelationshipScoreChanged> score) {
        return new TrendLine(
                label,
                tone,
                states.stream()
                        .map(state -> (Double) score.applyAsDouble(state))
                        .toList(),
                PageFormat::number);
    }
}
