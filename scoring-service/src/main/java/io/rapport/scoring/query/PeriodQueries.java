package io.rapport.scoring.query;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.domain.day.BrandDayFigures.DayWindows;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.PeopleSelection;
import io.rapport.scoring.domain.day.PeriodList;
import io.rapport.scoring.domain.day.PersonDay;
import io.rapport.scoring.domain.day.PersonRange;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.ValueFigures;
import io.rapport.scoring.query.LedgerQueries.BrandQuery;
import io.rapport.scoring.query.LedgerQueries.PeriodAnswer;
import io.rapport.scoring.query.LedgerQueries.PeriodQuery;
import io.rapport.scoring.query.LedgerQueries.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries of a period of a brand, such as a month: its figures and lists of people, in one pass. Throws the exceptions
 * that {@link DayQueries} throws.
 */
public final class PeriodQueries {

    private final LedgerOwners owners;
    private final LedgerScatter scatter;
    private final ModelRegistry models;

    /** Creates the queries. */
    public PeriodQueries(LedgerOwners owners, LedgerScatter scatter, ModelRegistry models) {
        this.owners = owners;
        this.scatter = scatter;
        this.models = models;
    }

    /**
     * The figures of a period, and lists of people.
     *
     * @param people number of people with a relationship on the last day
     * @param value value streams of the period
     * @param service answers to the questions of the period
     * @param lists in the order of the question
     * @param ranges in no order; people without a ledger are left out
     */
    public record Period(
            DayPeriod days,
            String modelVersion,
            long history,
            long people,
            RollingRor figures,
            WindowSpread spread,
            ValueWindow value,
            ServiceWindow service,
            List<PeopleList> lists,
            List<PersonRange.RangeSums> ranges) {}

    /**
     * People by some criteria.
     *
     * @param count number of people that match the filter
     * @param items the first of them
     */
    public record PeopleList(long count, List<PersonDay> items) {}

    /**
     * What is asked of a period.
     *
     * @param version version of the model; null for the active one
     * @param ranges people and days whose sums are computed
     */
    public record Question(
            DayPeriod days, @Nullable String version, List<PeriodList> lists, List<PersonRange> ranges) {}

    /**
     * Computes the figures of a period, and selects lists of people by their relationship on its last day and their activity
     * in the period.
     */
    public Period period(BrandRegistered brand, Question question) {
        var period = question.days();
        var version = question.version();
        var model = version == null
                ? models.active(brand.brandKey()).model()
                : models.get(brand.brandKey(), version).model();
        var scope = DayQueries.scope(brand, model);
        var owner = owners.ownerOf(scope.key());
        var stored = scatter.queriesOf(owner.peer()).brand(new BrandQuery(scope, owner.partition(), List.of(), period));
        var last = DayQueries.requireUpTo(stored, period.last());
        var selections = question.lists().stream()
                .map(list -> new PeopleSelection(list.criteria()))
                .toList();
        var sum = answer(scope, question, selections);
        DayQueries.requireFrom(period.last(), DayQueries.date(sum.firstDay()), last);
        var people = BrandLedger.CODEC.decode(sum.sums());
        var ledger = new BrandLedger(
                people.withOutboundTotalsOf(BrandLedger.CODEC.decode(stored.outbound()))
                        .seriesCells(),
                people.snapshotCells());
        var asOf = period.lastEpochDay();
        var cascades = SpreadLedger.CODEC.decode(sum.spread());
        var windows = stored.ofPeriod() == null ? DayWindows.NONE : stored.ofPeriod();
        return new Period(
                period,
                scope.model(),
                stored.history(),
                ledger.people(),
                BrandScore.of(ledger, asOf, model, period.windows()).get(0),
                BrandSpread.of(ledger, cascades, asOf, period.windows()).get(0),
                ValueFigures.withHours(windows.value(), ledger, asOf).get(0),
                windows.service().get(0),
                selections.stream()
                        .map(each -> new PeopleList(each.count(), each.ranked()))
                        .toList(),
                sum.ranges());
    }

    private PeriodAnswer answer(Scope scope, Question question, List<PeopleSelection> selections) {
        var ranges = new ArrayList<PersonRange.RangeSums>();
        var first = Integer.MAX_VALUE;
        var people = BrandLedger.EMPTY;
        var spread = SpreadLedger.EMPTY;
        for (var each : answers(scope, question)) {
            first = Math.min(first, each.firstDay());
            people = people.plus(BrandLedger.CODEC.decode(each.sums()));
            spread = spread.plus(SpreadLedger.CODEC.decode(each.spread()));
            ranges.addAll(each.ranges());
            for (int i = 0; i < selections.size(); i++) {
                selections.get(i).add(each.lists().get(i));
            }
        }
        return new PeriodAnswer(
                first, BrandLedger.CODEC.encode(people), SpreadLedger.CODEC.encode(spread), List.of(), ranges);
    }

    private List<PeriodAnswer> answers(Scope scope, Question question) {
        return scatter.toAll(
                owners.shares(),
                (queries, share) -> queries.period(new PeriodQuery(
                        scope,
                        share.people(),
                        share.cascades(),
                        question.days(),
                        question.lists(),
                        question.ranges())));
    }
}
