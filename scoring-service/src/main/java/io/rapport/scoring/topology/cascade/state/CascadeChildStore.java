package io.rapport.scoring.topology.cascade.state;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ChildChange.Sender;
import io.rapport.scoring.topology.cascade.state.CascadeNode.CascadeMessage;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The children of messages, one entry each, ordered by message, kind and time: the first children of a message are found without
 * a scan, and all of them can be read in batches, whether or not the message has arrived. Further engagements that claim the same
 * message are stored beside them.
 */
public final class CascadeChildStore {

    private static final int VERSION = 2;
    private static final char CLAIM = 's';
    private static final int KIND = 1;
    private static final int TIME = 13;

    private final KeyValueStore<String, byte[]> store;

    public CascadeChildStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** A stored child. */
    public record Child(
            String key,
            CascadeChildKind kind,
            long at,
            UUID engagement,
            @Nullable Sender sender) {}

    public static String key(String node, CascadeChildKind kind, ChildChange child) {
        return firstKey(node, kind.code) + StoreKeys.time(Math.max(0, child.at())) + child.engagement();
    }

    /** Returns the first key of the children of a message. */
    public static String firstKey(String node) {
        return firstKey(node, CascadeChildKind.POSITIVE.code);
    }

    /** Returns the first key of the shares without words of a message. */
    public static String firstShareKey(String node) {
        return firstKey(node, CascadeChildKind.BARE.code);
    }

    /** Stores a child and returns whether it is new. */
    public boolean put(String key, @Nullable Sender sender) {
        var out = new BinaryWriter(VERSION).text(sender == null ? null : sender.handle());
        return store.putIfAbsent(
                        key, out.number(sender == null ? 0 : sender.round()).toBytes())
                == null;
    }

    /** Removes a child and returns whether it was stored. */
    public boolean remove(String key) {
        return store.delete(key) != null;
    }

    /** Returns a batch of children of a message, starting at a key. */
    public List<Child> list(String node, String from, int most) {
        var some = new ArrayList<Child>();
        try (var range = store.range(from, firstKey(node, (char) (CascadeChildKind.BARE.code + 1)))) {
            while (range.hasNext() && some.size() < most) {
                some.add(child(node, range.next()));
            }
        }
        return some;
    }

    /** Returns the times of the first children of the tone of a message, at most five, ascending. */
    public long[] earliestTimes(String node, CascadeMessage message) {
        var times = new ArrayList<Long>(2 * CascadeNode.MAX_TIMES);
        for (var kind : CascadeChildKind.values()) {
            if (kind == CascadeChildKind.BARE || kind == CascadeChildKind.of(message.tone())) {
                addEarliest(node, kind, times);
            }
        }
        return times.stream()
                .filter(message::hasChildrenUntil)
                .mapToLong(Long::longValue)
                .sorted()
                .limit(CascadeNode.MAX_TIMES)
                .toArray();
    }

    /** Stores the claim of another engagement on the same message. */
    public void putClaim(String node, CascadeMessage message) {
        var out = new BinaryWriter(VERSION);
        message.write(out);
        store.put(firstKey(node, CLAIM) + message.engagement(), out.toBytes());
    }

    public void removeClaim(String node, UUID engagement) {
        store.delete(firstKey(node, CLAIM) + engagement);
    }

    /** Removes and returns the first of the other engagements that claim a message; null without one. */
    @Nullable
    public CascadeMessage pollClaim(String node) {
        var from = firstKey(node, CLAIM);
        KeyValue<String, byte[]> found;
        try (var range = store.range(from, firstKey(node, (char) (CLAIM + 1)))) {
            if (!range.hasNext()) {
                return null;
            }
            found = range.next();
        }
        store.delete(found.key);
        return BinaryReader.read(found.value, VERSION, CascadeMessage::read);
    }

    private void addEarliest(String node, CascadeChildKind kind, List<Long> times) {
        var from = firstKey(node, kind.code);
        try (var range = store.range(from, firstKey(node, (char) (kind.code + 1)))) {
            for (int n = 0; n < CascadeNode.MAX_TIMES && range.hasNext(); n++) {
                var key = range.next().key;
                times.add(time(key, from.length()));
            }
        }
    }

    private static Child child(String node, KeyValue<String, byte[]> entry) {
        var at = node.length() + 1;
        var sender = BinaryReader.read(entry.value, VERSION, in -> {
            var handle = in.text();
            var round = in.int32();
            return handle == null ? new Sender("", round) : new Sender(handle, round);
        });
        return new Child(
                entry.key,
                CascadeChildKind.of(entry.key.charAt(at)),
                time(entry.key, at + KIND),
                UUID.fromString(entry.key.substring(at + KIND + TIME)),
                sender.handle().isEmpty() ? null : sender);
    }

    private static long time(String key, int at) {
        return Long.parseLong(key, at, at + TIME, 10);
    }

    private static String firstKey(String node, char code) {
        return node + TopicKeys.SEPARATOR + code;
    }
}
