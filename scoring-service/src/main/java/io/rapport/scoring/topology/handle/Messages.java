package io.rapport.scoring.topology.handle;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.cascade.CarriedTone;
import io.rapport.scoring.topology.cascade.CascadeChange;
import io.rapport.scoring.topology.cascade.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.CascadeChange.ParentChange;
import io.rapport.scoring.topology.cascade.ChildKind;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The messages of this task's handles, and what of them is in cascades: all that have a tone, but for those of staff,
 * which go out when a handle becomes staff and come back when it is not any more, a few at a time.
 */
final class Messages {

    private static final int MOST_AT_ONCE = 500;

    private final ProcessorContext<String, Object> context;
    private final Handles handles;
    private final KeyValueStore<String, HandleMessage> store;
    private final KeyValueStore<String, String> due;

    Messages(ProcessorContext<String, Object> context) {
        this.context = context;
        this.handles = new Handles(context);
        this.store = context.getStateStore(HandleTopology.HANDLE_MESSAGE);
        this.due = context.getStateStore(HandleTopology.MESSAGE_DUE);
    }

    /** An engagement was counted: if it can follow or be followed, it is a message. */
    void received(Record<String, EngagementReceived> record, LedgerEntry entry, boolean staff) {
        var place = Places.of(record.value(), entry);
        if (place != null) {
            var key = key(record.key(), record.value().id());
            store.put(
                    key, settled(key, HandleMessage.at(place, MessageTone.of(entry.polarity())), !staff, record.timestamp()));
        }
    }

    /** A person said how a message was meant. */
    void judged(String handle, UUID engagement, MessageTone tone, long timestamp) {
        var key = key(handle, engagement);
        var message = store.get(key);
        if (message != null && message.tone() != tone) {
            store.put(key, settled(key, message.judged(tone), isIn(handle), timestamp));
        }
    }

    /** The tone of what a share without words passes on has become known, or another. */
    void carried(String handle, CarriedTone carried, long timestamp) {
        var key = key(handle, carried.engagement());
        var message = store.get(key);
        var isStale = message == null
                || !message.link().made()
                || message.link().round() != carried.round()
                || message.tone() == carried.tone();
        if (!isStale) {
            handles.add(
                    handle, EngagementLedgerChanges.sharedToneChange(message.place().day(), message.tone(), carried.tone()), timestamp);
            store.put(key, message.judged(carried.tone()));
            due.put(key, StoreKeys.after(key));
        }
    }

    /** All messages of a handle go out of their cascades, or come back. */
    void turn(String handle) {
        due.put(StoreKeys.start(handle), StoreKeys.end(handle));
    }

    /** All messages of a handle go out of their cascades, for good. */
    void erase(String handle, long timestamp) {
        var from = StoreKeys.start(handle);
        var to = StoreKeys.end(handle);
        for (var some = read(from, to, MOST_AT_ONCE); !some.isEmpty(); some = read(from, to, MOST_AT_ONCE)) {
            for (var message : some) {
                settled(message.key, message.value, false, timestamp);
                store.delete(message.key);
            }
        }
    }

    /** Does what is due, up to a limit. */
    void settleDue(long now) {
        var room = MOST_AT_ONCE;
        for (var span : dues()) {
            if (room <= 0) {
                return;
            }
            var some = read(span.key, span.value, room);
            due.delete(span.key);
            if (some.size() == room) {
                due.put(StoreKeys.after(some.get(room - 1).key), span.value);
            }
            for (var message : some) {
                store.put(message.key, settled(message.key, message.value, isIn(handle(message.key)), now));
            }
            room -= some.size();
        }
    }

    private List<KeyValue<String, String>> dues() {
        var spans = new ArrayList<KeyValue<String, String>>();
        try (var all = due.all()) {
            while (all.hasNext() && spans.size() < MOST_AT_ONCE) {
                spans.add(all.next());
            }
        }
        return spans;
    }

    private List<KeyValue<String, HandleMessage>> read(String from, String to, int room) {
        var some = new ArrayList<KeyValue<String, HandleMessage>>();
        try (var range = store.range(from, to)) {
            while (range.hasNext() && some.size() < room) {
                some.add(range.next());
            }
        }
        return some;
    }

    /** Tells the cascade what it does not know yet of a message. */
    private HandleMessage settled(String key, HandleMessage message, boolean isIn, long timestamp) {
        var handle = handle(key);
        var engagement = UUID.fromString(key.substring(handle.length() + 1));
        var linked = message.place().bare() ? linked(handle, engagement, message, isIn, timestamp) : message;
        return told(engagement, linked, isIn ? linked.tone() : MessageTone.NONE, timestamp);
    }

    private HandleMessage linked(String handle, UUID engagement, HandleMessage message, boolean isIn, long timestamp) {
        var parent = message.place().parent();
        if (parent == null || message.link().made() == isIn) {
            return message;
        }
        var after = isIn ? message.linked() : message.unlinked();
        if (!isIn) {
            handles.add(handle, EngagementLedgerChanges.sharedToneChange(message.place().day(), message.tone(), MessageTone.NONE), timestamp);
        }
        forward(
                parent,
                new ChildChange(
                        engagement,
                        message.place().at(),
                        isIn ? null : ChildKind.BARE,
                        isIn ? ChildKind.BARE : null,
                        new ChildChange.Sender(handle, after.link().round())),
                timestamp);
        return after;
    }

    private HandleMessage told(UUID engagement, HandleMessage message, MessageTone tone, long timestamp) {
        var place = message.place();
        if (tone == message.told()) {
            return message;
        }
        if (place.node() != null) {
            forward(
                    place.node(),
                    new ParentChange(engagement, place.at(), place.day(), place.rootOnly(), tone),
                    timestamp);
        }
        if (place.parent() != null && !place.bare()) {
            var change =
                    new ChildChange(engagement, place.at(), ChildKind.of(message.told()), ChildKind.of(tone), null);
            forward(place.parent(), change, timestamp);
        }
        return message.told(tone);
    }

    private void forward(String node, CascadeChange change, long timestamp) {
        context.forward(new Record<>(node, change, timestamp));
    }

    private boolean isIn(String handle) {
        return !handles.of(handle).staff();
    }

    private static String handle(String key) {
        return key.substring(0, key.lastIndexOf(TopicKeys.SEPARATOR));
    }

    private static String key(String handle, UUID engagement) {
        return handle + StoreKeys.separated(engagement.toString());
    }
}
