package io.rapport.scoring.query;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.day.BrandDayFigures;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.DayStatus;
import io.rapport.scoring.domain.day.PeopleSelection;
import io.rapport.scoring.domain.day.PersonDay;
import io.rapport.scoring.domain.day.PersonDayDetails;
import io.rapport.scoring.domain.day.PersonDayOrder;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.query.LedgerQueries.BrandAnswer;
import io.rapport.scoring.query.LedgerQueries.BrandQuery;
import io.rapport.scoring.query.LedgerQueries.FiguresAnswer;
import io.rapport.scoring.query.LedgerQueries.FiguresQuery;
import io.rapport.scoring.query.LedgerQueries.PeopleQuery;
import io.rapport.scoring.query.LedgerQueries.PersonAt;
import io.rapport.scoring.query.LedgerQueries.PersonsQuery;
import io.rapport.scoring.query.LedgerQueries.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries of any day of a brand, with what is known now. Methods throw {@link LedgersUnavailableException} while the
 * ledgers cannot be read, {@link DayOutOfRangeException} for other days than the brand's, {@link NoDaysException} for a brand
 * without days, and the exceptions of {@link ModelRegistry} for an unknown model.
 */
public final class DayQueries {

    private final LedgerOwners owners;
    private final LedgerScatter scatter;
    private final ModelRegistry models;
    private final Map<BrandKey, FirstDay> firstDays = new ConcurrentHashMap<>();

    /** Creates the queries. */
    public DayQueries(LedgerOwners owners, LedgerScatter scatter, ModelRegistry models) {
        this.owners = owners;
        this.scatter = scatter;
        this.models = models;
    }

    /**
     * The days of a brand.
     *
     * @param first day of the first engagement; null if the brand has no days
     * @param last current day; null if the brand has no days
     * @param modelVersion model of the figures
     * @param history rises with every change of a day before the current one
     */
    public record Days(@Nullable LocalDate first, @Nullable LocalDate last, String modelVersion, long history) {}

    /** Figures of a brand on some days, ascending. */
    public record Figures(Days days, List<BrandDayFigures> items) {}

    /**
     * A page of people.
     *
     * @param people number of people with a relationship on the day
     * @param strengths number of people in each band of ten points of strength
     * @param count number of people that match the filter
     * @param next position that the next page begins after; null on the last page
     */
    public record People(
            LocalDate asOf,
            String modelVersion,
            long history,
            long people,
            List<Long> strengths,
            long count,
            List<PersonDay> items,
            PersonDayOrder.@Nullable Position next) {}

    /**
     * Some people on some days.
     *
     * @param known whether any of the people exists
     */
    public record Persons(String modelVersion, boolean known, List<PersonDayDetails> items) {}

    /**
     * The current day of a brand.
     *
     * @param day null if the brand has no day yet
     * @param first day of the first engagement of a person; null if there is none
     */
    public record CurrentDay(
            @Nullable LocalDate day, @Nullable LocalDate first, DayStatus status) {}

    /**
     * A first day that was before the current one when it was computed: changes of it are counted.
     *
     * @param history number of history changes that it was computed at
     * @param changes those that began on this day or before
     */
    private record FirstDay(LocalDate day, long history, long changes) {

        static FirstDay of(LocalDate day, BrandAnswer stored) {
            return new FirstDay(day, stored.history(), changes(day, ledger(stored)));
        }

        /** Changes that began later do not move the first day. An instance with an earlier version does not send their days. */
        boolean isValidAt(BrandAnswer stored) {
            return history == stored.history() || isBeforeChanges(stored.history(), ledger(stored));
        }

        private boolean isBeforeChanges(long total, BrandLedger ledger) {
            return ledger.historyChanges() == total && changes == changes(day, ledger);
        }

        private static BrandLedger ledger(BrandAnswer stored) {
            return BrandLedger.CODEC.decode(stored.outbound());
        }

        private static long changes(LocalDate day, BrandLedger ledger) {
            return ledger.historyChangesUpTo(epochDay(day));
        }
    }

    /** Returns the range of days, computed by the active model. */
    public Days days(BrandRegistered brand) {
        return days(brand, true);
    }

    /**
     * Returns the range of days, computed by the active model.
     *
     * @param withFirst whether to compute the first day, by a pass over the people unless it is known; else it is null
     */
    public Days days(BrandRegistered brand, boolean withFirst) {
        var scope = scope(brand, model(brand, null));
        var stored = stored(scope, List.of(), null);
        return new Days(
                withFirst ? firstDay(scope, stored) : null, currentDay(stored), scope.model(), stored.history());
    }

    /** Returns the current day, and how it came about. */
    public CurrentDay currentDay(BrandRegistered brand) {
        var scope = scope(brand, model(brand, null));
        var stored = stored(scope, List.of(), null);
        return new CurrentDay(currentDay(stored), firstDay(scope, stored), stored.status());
    }

    private static @Nullable LocalDate currentDay(BrandAnswer stored) {
        return stored.day() == null ? null : LocalDate.ofEpochDay(stored.day());
    }

    private @Nullable LocalDate firstDay(Scope scope, BrandAnswer stored) {
        if (stored.day() == null) {
            return null;
        }
        var known = firstDays.get(scope.key());
        if (known != null && known.isValidAt(stored)) {
            return known.day;
        }
        var first = date(sums(scope, List.of(), false).firstDay());
        if (first != null && epochDay(first) < stored.day()) {
            firstDays.put(scope.key(), FirstDay.of(first, stored));
        } else {
            firstDays.remove(scope.key());
        }
        return first;
    }

    /**
     * Computes the figures of some days.
     *
     * @param version version of the model; null for the active one
     */
    public Figures figures(
            BrandRegistered brand,
            SortedSet<LocalDate> days,
            @Nullable String version,
            Set<BrandDayFigures.Part> parts) {
        var model = model(brand, version);
        var scope = scope(brand, model);
        var epochDays = days.stream().map(DayQueries::epochDay).toList();
        var hasWindows = parts.stream().anyMatch(BrandDayFigures.Part::isOfBrand);
        var stored = stored(scope, hasWindows ? epochDays : List.of(), null);
        var last = requireUpTo(stored, days.last());
        var answer = sums(scope, epochDays, parts.contains(BrandDayFigures.Part.SPREAD));
        var first = date(answer.firstDay());
        requireFrom(days.first(), first, last);
        var series = BrandLedger.CODEC
                .decode(answer.series())
                .withOutboundTotalsOf(BrandLedger.CODEC.decode(stored.outbound()));
        var cascades = SpreadLedger.CODEC.decode(answer.spread());
        var items = new ArrayList<BrandDayFigures>();
        for (int i = 0; i < epochDays.size(); i++) {
            items.add(BrandDayFigures.of(
                    epochDays.get(i),
                    series,
                    LedgerScatter.dayPart(answer.days().get(i)),
                    cascades,
                    hasWindows ? stored.windows().get(i) : BrandDayFigures.DayWindows.NONE,
                    model,
                    parts));
        }
        return new Figures(new Days(first, last, scope.model(), stored.history()), items);
    }

    /**
     * Selects a page of people on a day.
     *
     * @param asOf null for the current day
     * @param version version of the model; null for the active one
     */
    public People people(
            BrandRegistered brand,
            @Nullable LocalDate asOf,
            @Nullable String version,
            int window,
            PeopleSelection.Criteria criteria) {
        var scope = scope(brand, model(brand, version));
        var stored = stored(scope, List.of(), null);
        var last = requireUpTo(stored, asOf);
        var day = asOf == null ? last : asOf;
        var order = criteria.order();
        var extra = new PeopleSelection.Criteria(criteria.filter(), order, criteria.after(), criteria.limit() + 1);
        var selection = new PeopleSelection(extra);
        var first = Integer.MAX_VALUE;
        for (var answer : scatter.toAll(
                owners.shares(),
                (queries, share) -> queries.people(new PeopleQuery(scope, share.people(), day, window, extra)))) {
            selection.add(answer.page());
            first = Math.min(first, answer.firstDay());
        }
        requireFrom(day, date(first), last);
        var found = selection.ranked();
        var hasNext = found.size() > criteria.limit();
        var items = hasNext ? found.subList(0, criteria.limit()) : found;
        return new People(
                day,
                scope.model(),
                stored.history(),
                selection.people(),
                selection.strengthBands(),
                selection.count(),
                items,
                hasNext ? order.after(items.get(items.size() - 1)) : null);
    }

    /**
     * Judges some people on some days.
     *
     * @param days empty for the current day
     * @param version version of the model; null for the active one
     */
    public Persons persons(
            BrandRegistered brand,
            Collection<UUID> people,
            Collection<LocalDate> days,
            @Nullable String version,
            int window) {
        var scope = scope(brand, model(brand, version));
        var stored = stored(scope, List.of(), null);
        var last = requireUpTo(stored, days.stream().max(LocalDate::compareTo).orElse(null));
        var asked = days.isEmpty() ? List.of(last) : days.stream().sorted().toList();
        var byOwner = new HashMap<LedgerScatter.Peer, List<PersonAt>>();
        for (var person : people) {
            var owner = owners.ownerOf(scope.key(), person);
            byOwner.computeIfAbsent(new LedgerScatter.Peer(owner.peer()), peer -> new ArrayList<>())
                    .add(new PersonAt(owner.partition(), person));
        }
        var items = new ArrayList<PersonDayDetails>();
        var known = false;
        for (var answer : scatter.toEach(
                byOwner.entrySet(), (queries, some) -> queries.persons(new PersonsQuery(scope, some, asked, window)))) {
            known |= !answer.known().isEmpty();
            items.addAll(answer.days());
        }
        return new Persons(scope.model(), known, items);
    }

    private FiguresAnswer sums(Scope scope, List<Integer> days, boolean withSpread) {
        return scatter
                .toAll(
                        owners.shares(),
                        (queries, share) -> queries.figures(new FiguresQuery(
                                scope, share.people(), withSpread ? share.cascades() : List.of(), days)))
                .stream()
                .reduce(LedgerScatter::plus)
                .orElseThrow(() -> new LedgersUnavailableException("No instance has people. Retry the request.", null));
    }

    BrandAnswer stored(Scope scope, List<Integer> days, @Nullable DayPeriod period) {
        var owner = owners.ownerOf(scope.key());
        return scatter.queriesOf(owner.peer()).brand(new BrandQuery(scope, owner.partition(), days, period));
    }

    ScoringModel model(BrandRegistered brand, @Nullable String version) {
        return version == null
                ? models.active(brand.brandKey()).model()
                : models.get(brand.brandKey(), version).model();
    }

    static Scope scope(BrandRegistered brand, ScoringModel model) {
        return new Scope(brand.agency(), brand.brand(), brand.timeZone(), model.version());
    }

    static LocalDate requireUpTo(BrandAnswer stored, @Nullable LocalDate day) {
        if (stored.day() == null) {
            throw new NoDaysException();
        }
        var last = LocalDate.ofEpochDay(stored.day());
        if (day != null && day.isAfter(last)) {
            throw new DayOutOfRangeException(day, null, last);
        }
        return last;
    }

    static void requireFrom(LocalDate day, @Nullable LocalDate first, LocalDate last) {
        if (first == null || day.isBefore(first)) {
            throw new DayOutOfRangeException(day, first, last);
        }
    }

    static @Nullable LocalDate date(int epochDay) {
        return epochDay == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(epochDay);
    }

    private static int epochDay(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
