package io.rapport.scoring.topology.handle.message;

import io.rapport.scoring.topology.handle.state.HandleLedgerUpdater;
import io.rapport.scoring.topology.handle.state.HandleMessage;
import io.rapport.scoring.topology.handle.HandleTopology;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ParentChange;
import io.rapport.scoring.topology.cascade.state.CascadeChildKind;
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
public final class HandleMessages {

    private static final int BATCH_SIZE = 500;

    private final ProcessorContext<String, Object> context;
    private final HandleLedgerUpdater handles;
    private final KeyValueStore<String, HandleMessage> store;
    private final KeyValueStore<String, String> due;

    public HandleMessages(ProcessorContext<String, Object> context) {
        this.context = context;
        this.handles = new HandleLedgerUpdater(context);
        this.store = context.getStateStore(HandleTopology.HANDLE_MESSAGE);
        this.due = context.getStateStore(HandleTopology.MESSAGE_DUE);
    }

    /** An engagement was counted: if it can follow or be followed, it is a message. */
    public void add(Record<String, EngagementReceived> record, LedgerEntry entry, boolean staff) {
        var place = CascadePositions.of(record.value(), entry);
        if (place != null) {
            var key = key(record.key(), record.value().id());
            store.put(
                    key, synchronize(key, HandleMessage.create(place, MessageTone.of(entry.polarity())), !staff, record.timestamp()));
        }
    }

    /** A person said how a message was meant. */
    public void changeTone(String handle, UUID engagement, MessageTone tone, long timestamp) {
        var key = key(handle, engagement);
        var message = store.get(key);
        if (message != null && message.tone() != tone) {
            store.put(key, synchronize(key, message.withTone(tone), isInCascades(handle), timestamp));
        }
    }

    /** The tone of what a share without words passes on has become known, or another. */
    public void applySharedTone(String handle, SharedTone carried, long timestamp) {
        var key = key(handle, carried.engagement());
        var message = store.get(key);
        var isStale = message == null
                || !message.link().isEstablished()
                || message.link().round() != carried.round()
                || message.tone() == carried.tone();
        if (!isStale) {
            handles.add(
                    handle, EngagementLedgerChanges.sharedToneChange(message.position().day(), message.tone(), carried.tone()), timestamp);
            store.put(key, message.withTone(carried.tone()));
            due.put(key, StoreKeys.successor(key));
        }
    }

    /** All messages of a handle go out of their cascades, or come back. */
    public void scheduleAll(String handle) {
        due.put(StoreKeys.prefixOf(handle), StoreKeys.prefixEnd(handle));
    }

    /** All messages of a handle go out of their cascades, for good. */
    public void erase(String handle, long timestamp) {
        var from = StoreKeys.prefixOf(handle);
        var to = StoreKeys.prefixEnd(handle);
        for (var some = read(from, to, BATCH_SIZE); !some.isEmpty(); some = read(from, to, BATCH_SIZE)) {
            for (var message : some) {
                synchronize(message.key, message.value, false, timestamp);
                store.delete(message.key);
            }
        }
    }

    /** Does what is due, up to a limit. */
    public void synchronizeDue(long now) {
        var room = BATCH_SIZE;
        for (var span : dueRanges()) {
            if (room <= 0) {
                return;
            }
            var some = read(span.key, span.value, room);
            due.delete(span.key);
            if (some.size() == room) {
                due.put(StoreKeys.successor(some.get(room - 1).key), span.value);
            }
            for (var message : some) {
                store.put(message.key, synchronize(message.key, message.value, isInCascades(handle(message.key)), now));
            }
            room -= some.size();
        }
    }

    private List<KeyValue<String, String>> dueRanges() {
        var spans = new ArrayList<KeyValue<String, String>>();
        try (var all = due.all()) {
            while (all.hasNext() && spans.size() < BATCH_SIZE) {
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
    private HandleMessage synchronize(String key, HandleMessage message, boolean isIn, long timestamp) {
        var handle = handle(key);
        var engagement = UUID.fromString(key.substring(handle.length() + 1));
        var linked = message.position().wordless() ? synchronizeLink(handle, engagement, message, isIn, timestamp) : message;
        return synchronizeTone(engagement, linked, isIn ? linked.tone() : MessageTone.NONE, timestamp);
    }

    private HandleMessage synchronizeLink(String handle, UUID engagement, HandleMessage message, boolean isIn, long timestamp) {
        var parent = message.position().parent();
        if (parent == null || message.link().isEstablished() == isIn) {
            return message;
        }
        var after = isIn ? message.withLink() : message.withoutLink();
        if (!isIn) {
            handles.add(handle, EngagementLedgerChanges.sharedToneChange(message.position().day(), message.tone(), MessageTone.NONE), timestamp);
        }
        forward(
                parent,
                new ChildChange(
                        engagement,
                        message.position().at(),
                        isIn ? null : CascadeChildKind.WORDLESS_SHARE,
                        isIn ? CascadeChildKind.WORDLESS_SHARE : null,
                        new ChildChange.Sender(handle, after.link().round())),
                timestamp);
        return after;
    }

    private HandleMessage synchronizeTone(UUID engagement, HandleMessage message, MessageTone tone, long timestamp) {
        var place = message.position();
        if (tone == message.publishedTone()) {
            return message;
        }
        if (place.node() != null) {
            forward(
                    place.node(),
                    new ParentChange(engagement, place.at(), place.day(), place.rootOnly(), tone),
                    timestamp);
        }
        if (place.parent() != null && !place.wordless()) {
            var change =
                    new ChildChange(engagement, place.at(), CascadeChildKind.of(message.publishedTone()), CascadeChildKind.of(tone), null);
            forward(place.parent(), change, timestamp);
        }
        return message.told(tone);
    }

    private void forward(String node, CascadeChange change, long timestamp) {
        context.forward(new Record<>(node, change, timestamp));
    }

    private boolean isInCascades(String handle) {
        return !handles.get(handle).staff();
    }

    private static String handle(String key) {
        return key.substring(0, key.lastIndexOf(TopicKeys.SEPARATOR));
    }

    private static String key(String handle, UUID engagement) {
        return handle + StoreKeys.suffix(engagement.toString());
    }
}
