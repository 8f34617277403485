package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.service.AnswerStatistics;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueFigures;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Answers and value of this task's brands by day, with the registered prices and answer target. */
public final class BrandDaySumStore {

    /** The longest window. */
    private static final int DAYS_KEPT = 90;

    private static final int DAY_DIGITS = 7;

    private final KeyValueStore<String, DaySums> days;
    private final KeyValueStore<String, BrandRegistered> registrations;

    /** Opens the stores. */
    public BrandDaySumStore(ProcessorContext<?, ?> context) {
        this.days = context.getStateStore(BrandStores.BRAND_DAY_SUMS);
        this.registrations = context.getStateStore(BrandStores.BRAND_REGISTRATION);
    }

    /** Stores the registration of a brand. */
    public void register(String brand, BrandRegistered registration) {
        registrations.put(brand, registration);
    }

    /** Adds to the days of a brand, except days before every window that ends at {@code asOf} or later. */
    public void add(String brand, DaySums change, int asOf) {
        IntStream.of(change.value().days())
                .forEach(day -> add(
                        brand,
                        day,
                        new DaySums(ServiceLedger.EMPTY, change.value().ofDay(day)),
                        asOf));
        IntStream.of(change.service().days())
                .forEach(day -> add(brand, day, new DaySums(change.service().ofDay(day), ValueLedger.EMPTY), asOf));
    }

    /** Deletes the days before every window that ends at {@code asOf} or later. */
    public void trim(String brand, int asOf) {
        var old = new ArrayList<String>();
        try (var range = days.range(key(brand, 0), key(brand, asOf - DAYS_KEPT))) {
            range.forEachRemaining(day -> old.add(day.key));
        }
        old.forEach(days::delete);
    }

    /** The value and service windows of a brand. */
    public record BrandWindows(List<ValueWindow> value, List<ServiceWindow> service) {}

    /** Calculates the windows that end at a day. */
    public BrandWindows windows(String brand, BrandLedger ledger, int asOf) {
        var registered = registrations.get(brand);
        var prices = registered == null ? null : registered.prices();
        var target = registered == null ? null : registered.answerTargetMinutes();
        var sums = sumUpTo(brand, asOf);
        return new BrandWindows(
                ValueFigures.of(new ValueFigures.Sources(ledger, sums.value(), sums.service(), prices), asOf),
                AnswerStatistics.of(sums.service(), asOf, target));
    }

    private void add(String brand, int day, DaySums change, int asOf) {
        if (asOf != EpochDays.NONE && day <= asOf - DAYS_KEPT) {
            return;
        }
        var known = days.get(key(brand, day));
        days.put(key(brand, day), (known == null ? DaySums.EMPTY : known).plusBounded(change));
    }

    private DaySums sumUpTo(String brand, int asOf) {
        var all = new ArrayList<DaySums>();
        try (var range = days.range(key(brand, asOf - DAYS_KEPT + 1), key(brand, asOf))) {
            range.forEachRemaining(day -> all.add(day.value));
        }
        return DaySums.sum(all);
    }

    /** Returns the key, ordered by brand and day; days before 1970 become 0. */
    private static String key(String brand, int day) {
        var digits = Integer.toString(Math.max(0, day));
        return StoreKeys.prefixOf(brand) + "0".repeat(DAY_DIGITS - digits.length()) + digits;
    }
}
