package io.rapport.scoring.query;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.day.AsOf;
import io.rapport.scoring.domain.day.BrandDays;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.PeopleSelection;
import io.rapport.scoring.domain.day.PeriodList;
import io.rapport.scoring.domain.day.PeriodPeople;
import io.rapport.scoring.domain.day.PersonDay;
import io.rapport.scoring.domain.day.PersonDayDetails;
import io.rapport.scoring.domain.day.PersonLedgers;
import io.rapport.scoring.domain.day.PersonRange;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.domain.model.ModelRejectedException;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.spread.ParentMessage;
import io.rapport.scoring.domain.spread.SpreadLedger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers queries from this instance's state stores, in batches and with a share of the time. */
public final class LocalLedgerQueries implements LedgerQueries {

    private static final int BATCH_SIZE = 400;

    private final LedgerReader ledgers;
    private final ModelRegistry models;
    private final PassThrottle throttle;

    /** Creates the queries. */
    public LocalLedgerQueries(LedgerReader ledgers, ModelRegistry models, PassThrottle throttle) {
        this.ledgers = ledgers;
        this.models = models;
        this.throttle = throttle;
    }

    @Override
    public FiguresAnswer figures(FiguresQuery query) {
        var brand = query.scope().key();
        var sums = new BrandDays(query.days(), model(query.scope()));
        var spread = new SpreadSum(query.days(), SpreadLedger.DAYS_KEPT);
        throttle.run(() -> {
            forEachPerson(brand, query.people(), sums::add);
            forEachCascade(brand, query.cascades(), spread::add);
            return sums;
        });
        var result = sums.sums();
        return new FiguresAnswer(
                result.firstDay(),
                BrandLedger.CODEC.encode(result.series()),
                result.days().stream()
                        .map(day -> new DayAnswer(BrandLedger.CODEC.encode(day.snapshot()), day.strength(), day.top()))
                        .toList(),
                SpreadLedger.CODEC.encode(spread.sum()));
    }

    @Override
    public PeopleAnswer people(PeopleQuery query) {
        var model = model(query.scope());
        var asOf = asOf(query.scope(), query.asOf(), query.window());
        var selection = new PeopleSelection(query.criteria());
        var first = new FirstDay();
        throttle.run(() -> {
            forEachPerson(query.scope().key(), query.people(), person -> {
                first.add(person);
                PersonDay.of(person, asOf, model).ifPresent(selection::add);
            });
            return selection;
        });
        return new PeopleAnswer(first.day, selection.page());
    }

    @Override
    public PersonsAnswer persons(PersonsQuery query) {
        var model = model(query.scope());
        var known = new ArrayList<UUID>();
        var days = new ArrayList<PersonDayDetails>();
        for (var at : query.people()) {
            var person = ledgers.person(at.partition(), query.scope().key(), at.person());
            if (person != null && (person.client() || !person.ledger().isEmpty())) {
                known.add(at.person());
                query.days().stream()
                        .flatMap(day ->
                                PersonDayDetails.of(person, asOf(query.scope(), day, query.window()), model).stream())
                        .forEach(days::add);
            }
        }
        return new PersonsAnswer(known, days);
    }

    @Override
    public PeriodAnswer period(PeriodQuery query) {
        var brand = query.scope().key();
        var period = query.period();
        var people = people(query, period, query.lists(), query.ranges());
        var compared = query.compared() == null ? null : people(query, query.compared(), List.of(), List.of());
        var spread =
                new SpreadSum(List.of(period.lastEpochDay()), period.windows().longest());
        var model = model(query.scope());
        var periods = Stream.of(people, compared)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(PeriodPeople::lastDay))
                .toList();
        throttle.run(() -> {
            forEachPerson(brand, query.people(), person -> {
                var scores = person.scores(model);
                periods.forEach(added -> added.add(person, scores));
            });
            forEachCascade(brand, query.cascades(), spread::add);
            return people;
        });
        return new PeriodAnswer(
                people.firstDay(),
                BrandLedger.CODEC.encode(people.sums()),
                compared == null ? null : BrandLedger.CODEC.encode(compared.sums()),
                SpreadLedger.CODEC.encode(spread.sum()),
                people.lists(),
                people.rangeSums());
    }

    private PeriodPeople people(PeriodQuery query, DayPeriod period, List<PeriodList> lists, List<PersonRange> ranges) {
        return new PeriodPeople(period, ZoneId.of(query.scope().zone()), model(query.scope()), lists, ranges);
    }

    @Override
    public BrandAnswer brand(BrandQuery query) {
        var brand = query.scope().key();
        var stored = ledgers.brand(query.partition(), brand);
        return new BrandAnswer(
                stored.day(),
                stored.history(),
                BrandLedger.CODEC.encode(stored.outbound()),
                ledgers.windows(query.partition(), brand, query.days()),
                query.period() == null ? null : ledgers.windows(query.partition(), brand, query.period()),
                query.period() == null ? null : SpreadLedger.CODEC.encode(ledgers.spread(query.partition(), brand)),
                stored.status());
    }

    @Override
    public ContentAnswer content(ContentQuery query) {
        var brand = query.scope().key();
        var day = Math.toIntExact(query.asOf().toEpochDay());
        // The day of a post is that of the time zone the brand had when it arrived.
        var before = query.asOf()
                .plusDays(2)
                .atStartOfDay(ZoneId.of(query.scope().zone()))
                .toInstant();
        var sum = new ContentSum();
        throttle.run(() -> {
            for (var partition : query.posts()) {
                forEach(
                        cursor -> ledgers.posts(partition, brand, query.channel(), cursor, day, before.toEpochMilli()),
                        sum::add);
            }
            return sum;
        });
        return new ContentAnswer(sum.channels());
    }

    private void forEachPerson(BrandKey brand, List<Integer> partitions, Consumer<PersonLedgers> action) {
        for (var partition : partitions) {
            forEach(cursor -> ledgers.people(partition, brand, cursor, BATCH_SIZE), action);
        }
    }

    private void forEachCascade(BrandKey brand, List<Integer> partitions, Consumer<ParentMessage> action) {
        for (var partition : partitions) {
            forEach(cursor -> ledgers.cascades(partition, brand, cursor, BATCH_SIZE), action);
        }
    }

    private <T> void forEach(BatchReader<T> reader, Consumer<T> action) {
        String cursor = null;
        do {
            cursor = advance(reader, cursor, action);
        } while (cursor != null);
    }

    private <T> @Nullable String advance(BatchReader<T> reader, @Nullable String cursor, Consumer<T> action) {
        return throttle.work(() -> {
                    var batch = reader.read(cursor);
                    batch.values().forEach(action);
                    return batch;
                })
                .next();
    }

    @FunctionalInterface
    private interface BatchReader<T> {
        LedgerReader.Batch<T> read(@Nullable String cursor);
    }

    private ScoringModel model(Scope scope) {
        try {
            return models.get(scope.key(), scope.model()).model();
        } catch (ModelRejectedException e) {
            throw new LedgersUnavailableException("An instance has not read the model yet. Retry the request.", e);
        }
    }

    private static AsOf asOf(Scope scope, LocalDate day, int window) {
        return new AsOf(day, ZoneId.of(scope.zone()), window);
    }

    /** The earliest day of people. */
    private static final class FirstDay {
        private int day = Integer.MAX_VALUE;

        void add(PersonLedgers person) {
            day = Math.min(day, person.firstDay());
        }
    }
}
