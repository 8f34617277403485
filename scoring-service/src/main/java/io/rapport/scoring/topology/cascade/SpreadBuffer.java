package io.rapport.scoring.topology.cascade;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.support.WallClockSchedule;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Collects what this task's cascades add to each brand, and sends it on at most once a second. Days are kept apart, so that
 * the work for a change does not grow with what has gathered.
 */
final class SpreadBuffer {

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, SpreadLedger> store;
    private long sentAt;

    SpreadBuffer(ProcessorContext<String, Object> context) {
        this.context = context;
        this.store = context.getStateStore(CascadeTopology.SPREAD_PENDING);
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
        if (!WallClockSchedule.isDue(sentAt, now)) {
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
            context.forward(new Record<>(brand, change, now));
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
