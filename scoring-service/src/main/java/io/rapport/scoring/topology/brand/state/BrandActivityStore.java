package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.domain.day.EventDay;
import io.rapport.scoring.domain.day.EventDay.ActiveDay;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The engagements of this task's brands by day, kept for good; the days of event clocks are computed from them. */
public final class BrandActivityStore {

    private final KeyValueStore<String, DayActivity> store;
    private final BrandStateStore brands;

    /** Opens the stores. */
    public BrandActivityStore(ProcessorContext<?, ?> context) {
        this.store = context.getStateStore(BrandStores.BRAND_ACTIVITY);
        this.brands = new BrandStateStore(context);
    }

    /** Adds engagements and computes the event day of the brand. */
    public void add(String brand, BrandActivity change) {
        change.days().forEach((day, activity) -> {
            var key = BrandDayKeys.key(brand, day);
            var known = store.get(key);
            store.put(key, known == null ? activity : known.plus(activity));
        });
        var last = change.lastDay();
        if (last != EpochDays.NONE) {
            var calendar = brands.state(brand).calendar();
            brands.update(brand, state -> state.withCalendar(calendar.withEvents(last, eventDay(brand, calendar))));
        }
    }

    /** Applies an administrator's decision, unless a later one is known. */
    public void set(String brand, BrandCalendar.DaySetting decision) {
        var known = brands.state(brand).calendar();
        if (decision.at() >= known.since()) {
            var calendar = known.set(decision);
            brands.update(
                    brand, state -> state.withCalendar(calendar.withEvents(EpochDays.NONE, eventDay(brand, calendar))));
        }
    }

    /** Returns the number of engagements after a day, without duplicates and rejected ones. */
    public long ahead(String brand, int day) {
        return BrandActivityReader.ahead(store, brand, day);
    }

    private int eventDay(String brand, BrandCalendar calendar) {
        try (var range =
                store.reverseRange(BrandDayKeys.keyAfter(brand, calendar.base()), BrandDayKeys.lastKey(brand))) {
            return EventDay.of(calendar.base(), latestFirst(range, calendar.since()));
        }
    }

    private static Iterator<ActiveDay> latestFirst(KeyValueIterator<String, DayActivity> range, long since) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(range, Spliterator.ORDERED), false)
                .map(entry -> entry.value.activeAfter(BrandDayKeys.dayOf(entry.key), since))
                .filter(day -> !day.handles().isEmpty())
                .iterator();
    }
}
