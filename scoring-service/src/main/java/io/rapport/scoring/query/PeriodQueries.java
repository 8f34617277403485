package io.rapport.scoring.query;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.PeopleSelection;
import io.rapport.scoring.domain.day.PeriodList;
import io.rapport.scoring.domain.day.PersonDay;
import io.rapport.scoring.domain.day.PersonRange;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.ValueFigures;
import io.rapport.scoring.query.LedgerQueries.BrandAnswer;
import io.rapport.scoring.query.LedgerQueries.PeriodAnswer;
import io.rapport.scoring.query.LedgerQueries.PeriodQuery;
import io.rapport.scoring.query.LedgerQueries.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries of a period of a brand, such as a month: its figures and lists of people, in one pass. Throws the exceptions
 * that {@link DayQueries} throws.
 */
public final class PeriodQueries {

    private final DayQueries days;
    private final LedgerOwners owners;
    private final LedgerScatter scatter;

    /** Creates the queries. */
    public PeriodQueries(DayQueries days, LedgerOwners owners, LedgerScatter scatter) {
        this.days = days;
        this.owners = owners;
        this.scatter = scatter;
    }

    /**
     * The figures of a period, and lists of people.
     *
     * @param people number of people with a relationship on the last day
     * @param compared figures of the compared period; null if none was asked for
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
            @Nullable RollingRor compared,
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
     * @param compared another period, which ends on the current day or before; null for none
     * @param version version of the model; null for the active one
     * @param ranges people and days whose sums are computed
     */
    public record Question(
            DayPeriod days,
            @Nullable DayPeriod compared,
            @Nullable String version,
            List<PeriodList> lists,
            List<PersonRange> ranges) {}

    /**
     * Computes the figures of a period, and selects lists of people by their relationship on its last day and their activity
     * in the period.
     */
    public Period period(BrandRegistered brand, Question question) {
        var period = question.days();
        var model = days.model(brand, question.version());
        var scope = DayQueries.scope(brand, model);
        var stored = days.stored(scope, List.of(), period);
        var last = DayQueries.requireUpTo(stored, period.last());
        var keptSpread = keptSpread(stored, period);
        var answers = answers(scope, question, keptSpread == null);
        DayQueries.requireFrom(period.last(), firstDay(answers), last);
        var outbound = BrandLedger.CODEC.decode(stored.outbound());
        var ledger = people(answers, PeriodAnswer::sums).withOutboundTotalsOf(outbound);
        var asOf = period.lastEpochDay();
        var windows = Objects.requireNonNull(stored.ofPeriod());
        return new Period(
                period,
                scope.model(),
                stored.history(),
                ledger.people(),
                figures(ledger, period, model),
                compared(question, answers, outbound, model),
                BrandSpread.of(ledger, keptSpread == null ? cascades(answers) : keptSpread, asOf, period.windows())
                        .get(0),
                ValueFigures.withHours(windows.value(), ledger, asOf).get(0),
                windows.service().get(0),
                IntStream.range(0, question.lists().size())
                        .mapToObj(i -> list(question.lists().get(i), answers, i))
                        .toList(),
                answers.stream().flatMap(answer -> answer.ranges().stream()).toList());
    }

    /**
     * The messages of a period whose days the brand still keeps, which saves the pass over all messages; null if it does not keep
     * them, or an instance has an earlier version.
     */
    private static @Nullable SpreadLedger keptSpread(BrandAnswer stored, DayPeriod period) {
        var day = stored.day();
        var isKept = day != null && period.firstEpochDay() > day - SpreadLedger.DAYS_KEPT;
        return isKept && stored.spread() != null ? SpreadLedger.CODEC.decode(stored.spread()) : null;
    }

    private List<PeriodAnswer> answers(Scope scope, Question question, boolean withCascades) {
        return scatter.toAll(
                owners.shares(),
                (queries, share) -> queries.period(new PeriodQuery(
                        scope,
                        share.people(),
                        withCascades ? share.cascades() : List.of(),
                        question.days(),
                        question.compared(),
                        question.lists(),
                        question.ranges())));
    }

    private static @Nullable LocalDate firstDay(List<PeriodAnswer> answers) {
        return DayQueries.date(
                answers.stream().mapToInt(PeriodAnswer::firstDay).min().orElse(Integer.MAX_VALUE));
    }

    private static @Nullable RollingRor compared(
            Question question, List<PeriodAnswer> answers, BrandLedger outbound, ScoringModel model) {
        var period = question.compared();
        return period == null
                ? null
                : figures(
                        people(answers, PeriodQueries::requireCompared).withOutboundTotalsOf(outbound), period, model);
    }

    private static byte[] requireCompared(PeriodAnswer answer) {
        if (answer.compared() == null) {
            throw new LedgersUnavailableException("An instance has an earlier version. Retry the request.", null);
        }
        return answer.compared();
    }

    private static RollingRor figures(BrandLedger ledger, DayPeriod period, ScoringModel model) {
        return BrandScore.of(ledger, period.lastEpochDay(), model, period.windows())
                .get(0);
    }

    private static BrandLedger people(List<PeriodAnswer> answers, Function<PeriodAnswer, byte[]> sums) {
        return answers.stream()
                .map(answer -> BrandLedger.CODEC.decode(sums.apply(answer)))
                .reduce(BrandLedger.EMPTY, BrandLedger::plus);
    }

    private static SpreadLedger cascades(List<PeriodAnswer> answers) {
        return answers.stream()
                .map(answer -> SpreadLedger.CODEC.decode(answer.spread()))
                .reduce(SpreadLedger.EMPTY, SpreadLedger::plus);
    }

    private static PeopleList list(PeriodList asked, List<PeriodAnswer> answers, int index) {
        var selection = new PeopleSelection(asked.criteria());
        answers.forEach(answer -> selection.add(answer.lists().get(index)));
        return new PeopleList(selection.count(), selection.ranked());
    }
}
