package io.rapport.scoring.web.day;

import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.PeopleSelection;
import io.rapport.scoring.domain.day.PeriodList;
import io.rapport.scoring.domain.day.PersonDayFilter;
import io.rapport.scoring.domain.day.PersonRange;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.query.PeriodQueries;
import io.rapport.web.problem.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the figures of a period and for lists of its people.
 *
 * @param from first day
 * @param to last day; the period has at most 90 days
 * @param before first day of the period before; null for a period of the same length
 * @param compared another period whose figures are computed too; null for none
 * @param model version of the model; null for the active one
 * @param lists up to 20 lists; null for none
 * @param ranges up to 500 people and days whose sums are computed; null for none
 */
record PeriodRequest(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate before,
        @Nullable ComparedPeriod compared,
        @Nullable String model,
        @Nullable List<ListRequest> lists,
        @Nullable List<PersonRange> ranges) {

    private static final int MAX_LISTS = 20;
    private static final int MAX_PEOPLE = 500;
    private static final int LAST_YEAR = 9_999;

    /**
     * A list of people; a condition that is null always holds.
     *
     * @param seen activity in the period
     * @param tone {@code POSITIVE} or {@code NEGATIVE}: people with such a message in the period
     * @param sort as in a page of people
     * @param limit 1 to 500
     */
    record ListRequest(
            @Nullable String seen,
            @Nullable MessageTone tone,
            @Nullable Set<Stage> stages,
            @Nullable Boolean captive,
            @Nullable Boolean client,
            @Nullable Boolean owed,
            @Nullable String sort,
            int limit) {

        PeriodList toList() {
            if (limit < 1 || limit > MAX_PEOPLE) {
                throw Problem.invalid("limit", "limit is 1 to " + MAX_PEOPLE + ".")
                        .asException();
            }
            var filter = new PersonDayFilter(
                    DayParameters.seen(seen),
                    stages == null ? Set.of() : stages,
                    null,
                    null,
                    captive,
                    client,
                    owed,
                    null,
                    null);
            return new PeriodList(new PeopleSelection.Criteria(filter, DayParameters.order(sort), null, limit), tone);
        }
    }

    /**
     * Another period.
     *
     * @param from first day
     * @param to last day
     * @param before first day of the period before it; null for a period of the same length
     */
    record ComparedPeriod(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate before) {

        DayPeriod period() {
            return PeriodRequest.period(from, to, before);
        }
    }

    private static DayPeriod period(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate before) {
        if (from == null || to == null) {
            throw Problem.invalid("from", "from and to are days in the form yyyy-MM-dd.")
                    .asException();
        }
        if (List.of(from, to, before == null ? from : before).stream().anyMatch(PeriodRequest::isFarAway)) {
            throw Problem.invalid("from", "Days have a year of four digits.").asException();
        }
        try {
            var length = ChronoUnit.DAYS.between(from, to) + 1;
            return new DayPeriod(from, to, before == null ? from.minusDays(length) : before);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Problem.invalid(
                            "to",
                            "The days from 'from' to 'to', and those from 'before' to the day before 'from', are 1 to"
                                    + " 90.")
                    .asException();
        }
    }

    PeriodQueries.Question question() {
        var askedLists = atMost(MAX_LISTS, "lists", lists);
        var askedRanges = atMost(MAX_PEOPLE, "ranges", ranges);
        if (askedRanges.stream().anyMatch(range -> isFarAway(range.from()) || isFarAway(range.to()))) {
            throw Problem.invalid("ranges", "Days have a year of four digits.").asException();
        }
        return new PeriodQueries.Question(
                period(from, to, before),
                compared == null ? null : compared.period(),
                model,
                askedLists.stream().map(ListRequest::toList).toList(),
                askedRanges);
    }

    /** Calculations with days of the year 999999999 overflow. */
    private static boolean isFarAway(LocalDate day) {
        return day.getYear() < 0 || day.getYear() > LAST_YEAR;
    }

    private static <T> List<T> atMost(int maximum, String name, @Nullable List<T> asked) {
        if (asked != null && asked.size() > maximum) {
            throw Problem.invalid(name, name + " has at most " + maximum + " entries.")
                    .asException();
        }
        return asked == null ? List.of() : asked;
    }
}
