package io.rapport.scoring.topology.query;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.content.ChannelPosts;
import io.rapport.scoring.domain.day.BrandDayFigures.DayWindows;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.DayStatus;
import io.rapport.scoring.domain.day.PersonLedgers;
import io.rapport.scoring.domain.spread.ParentMessage;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.query.LedgerReader;
import io.rapport.scoring.topology.brand.spread.SpreadStores;
import io.rapport.scoring.topology.brand.state.BrandActivityReader;
import io.rapport.scoring.topology.brand.state.BrandCalendar;
import io.rapport.scoring.topology.brand.state.BrandDayWindows;
import io.rapport.scoring.topology.brand.state.BrandState;
import io.rapport.scoring.topology.brand.state.BrandStores;
import io.rapport.scoring.topology.brand.state.DayActivity;
import io.rapport.scoring.topology.brand.state.OutcomeCounts;
import io.rapport.scoring.topology.cascade.state.CascadeNode;
import io.rapport.scoring.topology.cascade.state.CascadeStores;
import io.rapport.scoring.topology.content.PostDayReader;
import io.rapport.scoring.topology.content.PostEntry;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.state.PersonStores;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.state.StoreKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads ledgers from the state stores. Each batch opens a range of its own, so that no iterator stays open in between. */
public final class StateStoreLedgerReader implements LedgerReader {

    private final StoreAccess stores;

    /** Creates the reader. */
    public StateStoreLedgerReader(StoreAccess stores) {
        this.stores = stores;
    }

    @Override
    public Batch<PersonLedgers> people(int partition, BrandKey brand, @Nullable String cursor, int limit) {
        return batch(
                stores.<PersonState>store(PersonStores.PERSON_LEDGER, partition),
                brand,
                cursor,
                limit,
                (key, state) -> ledgers(UUID.fromString(TopicKeys.split(key).get(2)), state));
    }

    @Override
    public @Nullable PersonLedgers person(int partition, BrandKey brand, UUID person) {
        var state =
                read(stores.<PersonState>store(PersonStores.PERSON_LEDGER, partition), brand.key(person.toString()));
        return state == null ? null : ledgers(person, state);
    }

    @Override
    public Batch<ParentMessage> cascades(int partition, BrandKey brand, @Nullable String cursor, int limit) {
        return batch(
                stores.<CascadeNode>store(CascadeStores.CASCADE_NODE, partition),
                brand,
                cursor,
                limit,
                (key, node) -> node.parent());
    }

    @Override
    public Batch<ChannelPosts> posts(
            int partition, BrandKey brand, @Nullable String channel, @Nullable String cursor, int day, long before) {
        var reader = new PostDayReader(stores.<PostEntry>store(PostDayReader.STORE, partition));
        var scope = channel == null ? brand.key() : brand.key(channel);
        return guarded(() -> {
            var from = cursor == null ? StoreKeys.prefixOf(scope) : cursor;
            var found = reader.firstChannel(from, StoreKeys.prefixEnd(scope));
            if (found == null) {
                return new Batch<>(List.of(), null);
            }
            var posts = reader.latest(brand.key(found), day, before);
            return new Batch<>(
                    posts.isEmpty() ? List.of() : List.of(new ChannelPosts(found, posts)),
                    StoreKeys.prefixEnd(brand.key(found)));
        });
    }

    @Override
    public BrandRecord brand(int partition, BrandKey brand) {
        var state = read(stores.<BrandState>store(BrandStores.BRAND_STATE, partition), brand.key());
        var ledger = read(stores.<BrandLedger>store(BrandStores.BRAND_LEDGER, partition), brand.key());
        var day = state == null ? EpochDays.NONE : state.calendar().day();
        var known = ledger == null ? BrandLedger.EMPTY : ledger;
        return new BrandRecord(
                day == EpochDays.NONE ? null : Integer.valueOf(day),
                known.historyChanges(),
                known.withoutPeople(),
                status(partition, brand, state == null ? BrandCalendar.NEW : state.calendar()));
    }

    @Override
    public SpreadLedger spread(int partition, BrandKey brand) {
        var known = read(stores.<SpreadLedger>store(SpreadStores.SPREAD_LEDGER, partition), brand.key());
        return known == null ? SpreadLedger.EMPTY : known;
    }

    private DayStatus status(int partition, BrandKey brand, BrandCalendar calendar) {
        var set = calendar.setting();
        return new DayStatus(
                date(calendar.lastEvent()),
                calendar.day() == EpochDays.NONE
                        ? 0
                        : guarded(() -> BrandActivityReader.ahead(activity(partition), brand.key(), calendar.day())),
                date(calendar.floor()),
                set == null
                        ? null
                        : new DayStatus.DayDecision(
                                EpochDays.toDate(set.day()), set.by(), set.reason(), Instant.ofEpochMilli(set.at())));
    }

    private ReadOnlyKeyValueStore<String, DayActivity> activity(int partition) {
        return stores.store(BrandStores.BRAND_ACTIVITY, partition);
    }

    private static @Nullable LocalDate date(int epochDay) {
        return epochDay == EpochDays.NONE ? null : EpochDays.toDate(epochDay);
    }

    @Override
    public List<DayWindows> windows(int partition, BrandKey brand, List<Integer> days) {
        var reader = daySums(partition);
        var state = read(stores.<BrandState>store(BrandStores.BRAND_STATE, partition), brand.key());
        var outcomes = state == null ? OutcomeCounts.EMPTY : state.outcomes();
        return guarded(() -> {
            var balances = BrandActivityReader.balances(activity(partition), brand.key(), days, outcomes);
            return days.stream()
                    .map(day -> windows(reader.windows(brand.key(), BrandLedger.EMPTY, day), balances.get(day)))
                    .toList();
        });
    }

    @Override
    public DayWindows windows(int partition, BrandKey brand, DayPeriod period) {
        var reader = daySums(partition);
        return guarded(() ->
                windows(reader.windows(brand.key(), BrandLedger.EMPTY, period.lastEpochDay(), period.windows()), null));
    }

    private BrandDayWindows daySums(int partition) {
        return new BrandDayWindows(
                stores.<DaySums>store(BrandStores.BRAND_DAY_SUMS, partition),
                stores.<BrandRegistered>store(BrandStores.BRAND_REGISTRATION, partition));
    }

    private static DayWindows windows(BrandDayWindows.Windows windows, @Nullable AccountBalance accounts) {
        return new DayWindows(windows.value(), windows.service(), accounts);
    }

    private static PersonLedgers ledgers(UUID person, PersonState state) {
        return new PersonLedgers(person, state.ledger(), state.holdings().open(), state.client());
    }

    private static <V, T> Batch<T> batch(
            ReadOnlyKeyValueStore<String, V> store,
            BrandKey brand,
            @Nullable String cursor,
            int limit,
            BiFunction<String, V, T> value) {
        return guarded(() -> {
            var values = new ArrayList<T>();
            var last = "";
            var from = cursor == null ? StoreKeys.prefixOf(brand.key()) : cursor;
            try (var range = store.range(from, StoreKeys.prefixEnd(brand.key()))) {
                while (values.size() < limit && range.hasNext()) {
                    var next = range.next();
                    last = next.key;
                    values.add(value.apply(next.key, next.value));
                }
            }
            return new Batch<>(values, values.size() < limit ? null : StoreKeys.successor(last));
        });
    }

    private static <V> @Nullable V read(ReadOnlyKeyValueStore<String, V> store, String key) {
        return guarded(() -> store.get(key));
    }

    /** A store may be closed between its opening and the read. */
    private static <T extends @Nullable Object> T guarded(Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidStateStoreException e) {
            throw StreamStoreAccess.unavailable(e);
        }
    }
}
