package io.rapport.report.days;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.days.PeriodFigures.RangeSums;
import io.rapport.report.domain.people.RankedRelationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of periods with lists of their people, from the scoring service. Those of closed periods are kept as long as
 * nothing older changes.
 */
public final class PeriodReport {

    private static final int MAX_PERIODS = 40;
    private static final int MAX_COMPARED = 1_000;

    private final ScoringDaysClient scoring;
    private final Cache<PeriodKey, Period> cache =
            Caffeine.newBuilder().maximumSize(MAX_PERIODS).build();

    private final Cache<ComparedKey, RollingRor> compared =
            Caffeine.newBuilder().maximumSize(MAX_COMPARED).build();

    private record PeriodKey(BrandKey brand, PeriodQuery query, String modelVersion, long history) {}

    private record ComparedKey(BrandKey brand, PeriodQuery.ComparedQuery query, String modelVersion, long history) {}

    /** A report on the answers of the scoring service. */
    public PeriodReport(ScoringDaysClient scoring) {
        this.scoring = scoring;
    }

    /**
     * The figures of a period.
     *
     * @param people number of people with a relationship on the last day
     * @param compared figures of the compared period; null if none was asked for
     * @param lists in the order of the question
     * @param ranges in no order; people without engagements are left out
     */
    public record Period(
            String modelVersion,
            long people,
            RollingRor figures,
            @Nullable RollingRor compared,
            WindowSpread spread,
            List<ValueStream> value,
            ServiceWindow service,
            List<PersonList> lists,
            List<PersonRange> ranges) {}

    /**
     * People of a list.
     *
     * @param count number of people that match the list
     */
    public record PersonList(long count, List<RankedRelationship> people) {}

    /**
     * What a person gave in a range of days.
     *
     * @param engagements number of inbound engagements
     */
    public record PersonRange(PeriodQuery.RangeQuery range, double returned, long engagements) {}

    /** The answer to a question about a period. */
    public Period find(BrandKey brand, PeriodQuery query) {
        var days = scoring.rangeWithoutFirst(brand);
        var key = new PeriodKey(brand, query, days.modelVersion(), days.history());
        var known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var answer = compare(brand, query, days);
        var period = period(brand, query, answer);
        var last = days.last();
        if (last != null && query.to().isBefore(last)) {
            cache.put(new PeriodKey(brand, query, answer.modelVersion(), answer.history()), period);
            keep(
                    brand,
                    new PeriodQuery.ComparedQuery(query.from(), query.to(), query.before()),
                    answer,
                    period.figures());
        }
        return period;
    }

    /** The answer to a question; a compared period that is over is computed once. */
    private PeriodFigures compare(BrandKey brand, PeriodQuery query, DayAnswers.DayRange days) {
        var other = query.compared();
        if (other == null) {
            return scoring.period(brand, query);
        }
        var known = compared.getIfPresent(new ComparedKey(brand, other, days.modelVersion(), days.history()));
        if (known != null) {
            var answer = scoring.period(brand, query.withoutCompared());
            if (answer.modelVersion().equals(days.modelVersion()) && answer.history() == days.history()) {
                return answer.withCompared(known);
            }
        }
        var answer = scoring.period(brand, query);
        var figures = answer.compared();
        var last = days.last();
        if (figures != null && last != null && other.to().isBefore(last)) {
            keep(brand, other, answer, figures);
        }
        return answer;
    }

    private void keep(BrandKey brand, PeriodQuery.ComparedQuery query, PeriodFigures answer, RollingRor figures) {
        compared.put(new ComparedKey(brand, query, answer.modelVersion(), answer.history()), figures);
    }

    private static Period period(BrandKey brand, PeriodQuery query, PeriodFigures from) {
        return new Period(
                from.modelVersion(),
                from.people(),
                from.figures(),
                from.compared(),
                from.spread(),
                from.value().streams(),
                from.service(),
                from.lists().stream()
                        .map(list -> list(brand, query, from.modelVersion(), list))
                        .toList(),
                from.ranges().stream().map(PeriodReport::range).toList());
    }

    private static PersonList list(
            BrandKey brand, PeriodQuery query, String modelVersion, PeriodFigures.PeriodPeople from) {
        return new PersonList(
                from.count(),
                from.items().stream()
                        .map(item -> new RankedRelationship(
                                item.toState(brand, query.to(), modelVersion, query.days()), item.top()))
                        .toList());
    }

    private static PersonRange range(RangeSums from) {
        return new PersonRange(
                new PeriodQuery.RangeQuery(from.person(), from.from(), from.to()), from.returned(), from.engagements());
    }
}
