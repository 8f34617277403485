package io.rapport.scoring.topology.handle.message;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ParentChange;
import io.rapport.scoring.topology.cascade.state.CascadeChildKind;
import io.rapport.scoring.topology.handle.state.HandleLedgerUpdater;
import io.rapport.scoring.topology.handle.state.HandleMessage;
import io.rapport.scoring.topology.handle.state.HandleStores;
import io.rapport.scoring.topology.state.KeyRange;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The messages of this task's handles. Cascades contain every message with a tone, except those of staff: they are removed
 * when a handle becomes staff and added again when it no longer is, a batch at a time.
 */
public final class HandleMessages {

    private static final int BATCH_SIZE = 500;

    private final HandleLedgerUpdater handles;
    private final Consumer<Record<String, CascadeChange>> cascadeChanges;
    private final KeyValueStore<String, HandleMessage> store;
    private final KeyValueStore<String, String> due;

    /**
     * Opens the stores.
     *
     * @param handles updates the ledgers of handles
     * @param cascadeChanges receives the changes of cascades
     */
    public HandleMessages(
            ProcessorContext<?, ?> context,
            HandleLedgerUpdater handles,
            Consumer<Record<String, CascadeChange>> cascadeChanges) {
        this.handles = handles;
        this.cascadeChanges = cascadeChanges;
        this.store = context.getStateStore(HandleStores.HANDLE_MESSAGE);
        this.due = context.getStateStore(HandleStores.MESSAGE_DUE);
    }

    /** Adds the message of a counted engagement, if it can have a parent or children. */
    public void add(Record<String, EngagementReceived> record, LedgerEntry entry, boolean staff) {
        var position = CascadePositions.of(record.value(), entry);
        if (position != null) {
            create(record, HandleMessage.create(position, MessageTone.of(entry.polarity()), 0), staff);
        }
    }

    /**
     * Replaces the message of an engagement by that of a higher revision, or removes it.
     *
     * @param entry of the revision; null when it enters no ledger
     * @param round the number of times that earlier revisions were linked
     * @return the number of times that revisions were linked, this one not included
     */
    public int replace(
            Record<String, EngagementReceived> record, @Nullable LedgerEntry entry, boolean staff, int round) {
        var key = key(record.key(), record.value().id());
        var known = store.get(key);
        var position = entry == null ? null : CascadePositions.of(record.value(), entry);
        var tone = entry == null ? MessageTone.NONE : MessageTone.of(entry.polarity());
        if (known != null && position != null && known.position().equals(position)) {
            // The tone of a share without words is that of the shared message.
            if (!position.wordless()) {
                changeTone(record.key(), record.value().id(), tone, record.timestamp());
            }
            return round;
        }
        var rounds = known == null ? round : known.link().round();
        if (known != null) {
            synchronize(key, known, false, record.timestamp());
            store.delete(key);
        }
        if (position != null) {
            create(record, HandleMessage.create(position, tone, rounds), staff);
        }
        return rounds;
    }

    private void create(Record<String, EngagementReceived> record, HandleMessage message, boolean staff) {
        var key = key(record.key(), record.value().id());
        store.put(key, synchronize(key, message, !staff, record.timestamp()));
    }

    /** Changes the tone of a message after a correction. */
    public void changeTone(String handle, UUID engagement, MessageTone tone, long timestamp) {
        var key = key(handle, engagement);
        var message = store.get(key);
        if (message != null && message.tone() != tone) {
            store.put(key, synchronize(key, message.withTone(tone), isInCascades(handle), timestamp));
        }
    }

    /** Schedules all messages of a handle to be removed from their cascades, or added again. */
    public void scheduleAll(String handle) {
        due.put(StoreKeys.prefixOf(handle), StoreKeys.prefixEnd(handle));
    }

    /** Removes all messages of a handle from their cascades and deletes them. */
    public void erase(String handle, long timestamp) {
        KeyRange.deleteBelow(store, handle, message -> synchronize(message.key, message.value, false, timestamp));
    }

    /** Synchronizes messages that are due, up to {@code BATCH_SIZE}. */
    public void synchronizeDue(long now) {
        if (due.approximateNumEntries() == 0) {
            return;
        }
        var room = BATCH_SIZE;
        for (var range : dueRanges()) {
            if (room <= 0) {
                return;
            }
            var messages = KeyRange.read(store, range.key, range.value, room);
            due.delete(range.key);
            if (messages.size() == room) {
                due.put(StoreKeys.successor(messages.get(room - 1).key), range.value);
            }
            for (var message : messages) {
                store.put(message.key, synchronize(message.key, message.value, isInCascades(handle(message.key)), now));
            }
            room -= messages.size();
        }
    }

    private List<KeyValue<String, String>> dueRanges() {
        var ranges = new ArrayList<KeyValue<String, String>>();
        try (var all = due.all()) {
            while (all.hasNext() && ranges.size() < BATCH_SIZE) {
                ranges.add(all.next());
            }
        }
        return ranges;
    }

    /** Sends the changes of a message that its cascade does not have yet. */
    private HandleMessage synchronize(String key, HandleMessage message, boolean isIncluded, long timestamp) {
        var handle = handle(key);
        var engagement = UUID.fromString(key.substring(handle.length() + 1));
        var linked = message.position().wordless()
                ? synchronizeLink(handle, engagement, message, isIncluded, timestamp)
                : message;
        return synchronizeTone(engagement, linked, isIncluded ? linked.tone() : MessageTone.NONE, timestamp);
    }

    private HandleMessage synchronizeLink(
            String handle, UUID engagement, HandleMessage message, boolean isIncluded, long timestamp) {
        var parent = message.position().parent();
        if (parent == null || message.link().isEstablished() == isIncluded) {
            return message;
        }
        var after = isIncluded ? message.withLink() : message.withoutLink();
        if (!isIncluded) {
            handles.add(
                    handle,
                    EngagementLedgerChanges.sharedToneChange(
                            message.position().day(), message.tone(), MessageTone.NONE),
                    timestamp);
        }
        forward(
                parent,
                new ChildChange(
                        engagement,
                        message.position().at(),
                        isIncluded ? null : CascadeChildKind.BARE,
                        isIncluded ? CascadeChildKind.BARE : null,
                        new ChildChange.Sender(handle, after.link().round())),
                timestamp);
        return after;
    }

    private HandleMessage synchronizeTone(UUID engagement, HandleMessage message, MessageTone tone, long timestamp) {
        var position = message.position();
        if (tone == message.publishedTone()) {
            return message;
        }
        if (position.node() != null) {
            forward(
                    position.node(),
                    new ParentChange(engagement, position.at(), position.day(), position.rootOnly(), tone),
                    timestamp);
        }
        if (position.parent() != null && !position.wordless()) {
            var change = new ChildChange(
                    engagement,
                    position.at(),
                    CascadeChildKind.of(message.publishedTone()),
                    CascadeChildKind.of(tone),
                    null);
            forward(position.parent(), change, timestamp);
        }
        return message.withPublishedTone(tone);
    }

    private void forward(String node, CascadeChange change, long timestamp) {
        cascadeChanges.accept(new Record<>(node, change, timestamp));
    }

    private boolean isInCascades(String handle) {
        return !handles.get(handle).staff();
    }

    private static String handle(String key) {
        return key.substring(0, key.lastIndexOf(TopicKeys.SEPARATOR));
    }

    static String key(String handle, UUID engagement) {
        return handle + StoreKeys.suffix(engagement.toString());
    }
}
