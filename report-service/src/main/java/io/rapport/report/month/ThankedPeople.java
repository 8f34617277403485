package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.report.days.PeriodQuery.RangeQuery;
import io.rapport.report.days.PeriodReport.PersonRange;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.month.view.MonthThanked;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people who were thanked in a month, with the days before and after that are compared. */
final class ThankedPeople {

    private static final int MAX_PEOPLE = 50;
    private static final int DAYS = 30;

    private final Map<UUID, LocalDate> firstThanks;
    private final LocalDate today;

    private ThankedPeople(Map<UUID, LocalDate> firstThanks, LocalDate today) {
        this.firstThanks = firstThanks;
        this.today = today;
    }

    /**
     * The people of these thanks, at most 50.
     *
     * @param thanks of the month, newest first
     */
    static ThankedPeople of(BrandKey brand, MonthScope scope, List<TimelineEntry> thanks, PersonDirectory directory) {
        var handles =
                thanks.stream().map(entry -> entry.handleKey(brand)).distinct().toList();
        var persons = directory.findOwners(brand, handles);
        var first = new LinkedHashMap<UUID, LocalDate>();
        for (var entry : thanks) {
            var person = persons.get(entry.handleKey(brand));
            if (person != null && (first.containsKey(person) || first.size() < MAX_PEOPLE)) {
                // The last one put is the earliest.
                first.put(person, scope.days().dayOf(entry.occurredAt()));
            }
        }
        return new ThankedPeople(first, scope.today());
    }

    List<UUID> people() {
        return List.copyOf(firstThanks.keySet());
    }

    /** The days before and after the thanks of each person. */
    List<RangeQuery> ranges() {
        return firstThanks.entrySet().stream()
                .flatMap(each ->
                        Stream.of(before(each.getKey(), each.getValue()), after(each.getKey(), each.getValue())))
                .filter(range -> !range.to().isBefore(range.from()))
                .toList();
    }

    /** The lines of these people, those who gave most afterwards first. */
    List<MonthThanked> lines(List<PersonRange> found, MonthPeople people, MonthLineMapper lines) {
        var sums = found.stream().collect(Collectors.toMap(PersonRange::range, Function.identity()));
        return firstThanks.entrySet().stream()
                .map(each -> {
                    var before = before(each.getKey(), each.getValue());
                    var after = after(each.getKey(), each.getValue());
                    return lines.thanked(
                            people.known(each.getKey()),
                            each.getValue(),
                            given(before, sums.get(before)),
                            given(after, sums.get(after)));
                })
                .toList();
    }

    private static MonthThanked.GivenDays given(RangeQuery range, @Nullable PersonRange sums) {
        var days = Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(range.from(), range.to())) + 1);
        return sums == null
                ? new MonthThanked.GivenDays(days, 0, 0)
                : new MonthThanked.GivenDays(days, sums.returned(), sums.engagements());
    }

    private static RangeQuery before(UUID person, LocalDate day) {
        return new RangeQuery(person, day.minusDays(DAYS), day.minusDays(1));
    }

    private RangeQuery after(UUID person, LocalDate day) {
        var last = day.plusDays(DAYS);
        return new RangeQuery(person, day.plusDays(1), last.isAfter(today) ? today : last);
    }
}
