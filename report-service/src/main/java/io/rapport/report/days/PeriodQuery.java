package io.rapport.report.days;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.people.PeopleFilter.Attendance;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about a period of days to the scoring service.
 *
 * @param before first day of the period before
 * @param compared another period whose figures are computed too; null for none
 * @param lists at most 20
 * @param ranges at most 500
 */
public record PeriodQuery(
        LocalDate from,
        LocalDate to,
        LocalDate before,
        @Nullable ComparedQuery compared,
        List<ListQuery> lists,
        List<RangeQuery> ranges) {

    /**
     * Another period.
     *
     * @param before first day of the period before it
     */
    public record ComparedQuery(LocalDate from, LocalDate to, LocalDate before) {}

    /**
     * A list of people; what is null does not restrict it.
     *
     * @param tone {@code POSITIVE} or {@code NEGATIVE}: people with such a message in the period
     * @param sort a figure, with {@code -} before it for the largest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListQuery(
            @Nullable Attendance seen,
            @Nullable String tone,
            @Nullable Set<Stage> stages,
            @Nullable Boolean captive,
            @Nullable Boolean client,
            @Nullable Boolean owed,
            String sort,
            int limit) {}

    /** A person and a range of days whose sums are asked for. */
    public record RangeQuery(UUID person, LocalDate from, LocalDate to) {}

    PeriodQuery withoutCompared() {
        return new PeriodQuery(from, to, before, null, lists, ranges);
    }

    /** The length of the period in days. */
    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }
}
