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
 * What follows messages, one entry each, in the order of the message, the kind of child and its time: a message's first
 * children are found without the others, and all of them a few at a time, whether or not the message itself has come. Other
 * engagements that bring the same message are kept with them.
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

    /** A child that is there. */
    public record Child(
            String key,
            CascadeChildKind kind,
            long at,
            UUID engagement,
            @Nullable Sender sender) {}

    public static String key(String node, CascadeChildKind kind, ChildChange child) {
        return firstKey(node, kind.code) + StoreKeys.time(Math.max(0, child.at())) + child.engagement();
    }

    /** The first key of a message's children. */
    public static String firstKey(String node) {
        return firstKey(node, CascadeChildKind.POSITIVE.code);
    }

    /** The first key of a message's shares without words. */
    public static String firstShareKey(String node) {
        return firstKey(node, CascadeChildKind.WORDLESS_SHARE.code);
    }

    /** Puts a child; whether it is new. */
    public boolean put(String key, @Nullable Sender sender) {
        var out = new BinaryWriter(VERSION).text(sender == null ? null : sender.handle());
        return store.putIfAbsent(
                        key, out.number(sender == null ? 0 : sender.round()).toBytes())
                == null;
    }

    /** Takes a child out; whether it was there. */
    public boolean remove(String key) {
        return store.delete(key) != null;
    }

    /** Some children of a message, from a key on. */
    public List<Child> list(String node, String from, int most) {
        var some = new ArrayList<Child>();
        try (var range = store.range(from, firstKey(node, (char) (CascadeChildKind.WORDLESS_SHARE.code + 1)))) {
            while (range.hasNext() && some.size() < most) {
                some.add(child(node, range.next()));
            }
        }
        return some;
    }

    /** When the first children of a message's tone came, five at most, ascending. */
    public long[] earliestTimes(String node, CascadeMessage message) {
        var times = new ArrayList<Long>(2 * CascadeNode.MAX_TIMES);
        for (var kind : CascadeChildKind.values()) {
            if (kind == CascadeChildKind.WORDLESS_SHARE || kind == CascadeChildKind.of(message.tone())) {
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

    /** Keeps what another engagement says of the same message. */
    public void putClaim(String node, CascadeMessage message) {
        var out = new BinaryWriter(VERSION);
        message.write(out);
        store.put(firstKey(node, CLAIM) + message.engagement(), out.toBytes());
    }

    public void removeClaim(String node, UUID engagement) {
        store.delete(firstKey(node, CLAIM) + engagement);
    }

    /** Takes out the first of the other engagements that bring a message; null when there is none. */
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
