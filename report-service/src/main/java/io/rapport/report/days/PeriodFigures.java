package io.rapport.report.days;

import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.contracts.sentiment.WindowSpread;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period, as the scoring service answers.
 *
 * @param people number of people with a relationship on the last day
 * @param compared figures of the compared period; null if none was asked for
 * @param lists in the order of the question
 * @param ranges in no order; people without engagements are left out
 */
record PeriodFigures(
        String modelVersion,
        long history,
        long people,
        RollingRor figures,
        @Nullable RollingRor compared,
        WindowSpread spread,
        ValueWindow value,
        ServiceWindow service,
        List<PeriodPeople> lists,
        List<RangeSums> ranges) {

    PeriodFigures withCompared(RollingRor other) {
        return new PeriodFigures(modelVersion, history, people, figures, other, spread, value, service, lists, ranges);
    }

    /**
     * People of a list.
     *
     * @param count number of people that match the list
     */
    record PeriodPeople(long count, List<PersonDayItem> items) {}

    /**
     * What a person and the brand gave one another in a range of days.
     *
     * @param engagements number of inbound engagements
     */
    public record RangeSums(
            UUID person, LocalDate from, LocalDate to, double returned, double invested, long engagements) {}
}
