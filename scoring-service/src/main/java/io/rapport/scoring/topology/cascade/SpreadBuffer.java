package io.rapport.scoring.topology.cascade;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.cascade.state.CascadeStores;
import io.rapport.scoring.topology.state.StoreKeys;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Aggregates the spread changes of this task by brand and day and sends them at most once a second. Days are kept apart, so that
 * the cost of a change does not grow with the pending changes.
 */
final class SpreadBuffer {

    private final Consumer<Record<String, SpreadLedger>> output;
    private final KeyValueStore<String, SpreadLedger> store;
    private long sentAt;

    SpreadBuffer(ProcessorContext<?, ?> context, Consumer<Record<String, SpreadLedger>> output) {
        this.output = output;
        this.store = context.getStateStore(CascadeStores.SPREAD_PENDING);
    }

    void add(String brand, SpreadLedger before, SpreadLedger after) {
        if (before.equals(after)) {
            return;
        }
        var change = after.minus(before);
        for (var day : change.days()) {
            var key = brand + TopicKeys.SEPARATOR + day;
            var known = store.get(key);
            var sum = known == null ? change.ofDay(day) : known.plus(change.ofDay(day));
            store.put(key, sum);
        }
    }

    void sendDue(long now) {
        if (store.approximateNumEntries() == 0 || !WallClockSchedule.isDue(sentAt, now)) {
            return;
        }
        var days = all();
        var brand = "";
        var change = SpreadLedger.EMPTY;
        for (var day : days) {
            var next = StoreKeys.brandOf(day.key);
            if (!next.equals(brand)) {
                sendDue(brand, change, now);
                brand = next;
                change = SpreadLedger.EMPTY;
            }
            change = change.plus(day.value);
            store.delete(day.key);
        }
        sendDue(brand, change, now);
        sentAt = days.isEmpty() ? sentAt : now;
    }

    private void sendDue(String brand, SpreadLedger change, long now) {
        if (!change.isEmpty()) {
            output.accept(new Record<>(brand, change, now));
        }
    }

    private List<KeyValue<String, SpreadLedger>> all() {
        var days = new ArrayList<KeyValue<String, SpreadLedger>>();
        try (var all = store.all()) {
            all.forEachRemaining(days::add);
        }
        return days;
    }
}
