package io.rapport.scoring.topology.cascade;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.topology.cascade.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.CascadeChange.ChildChange.Sender;
import io.rapport.scoring.topology.cascade.CascadeNode.Message;
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
final class CascadeChildren {

    private static final int VERSION = 2;
    private static final char CLAIM = 's';
    private static final int KIND = 1;
    private static final int TIME = 13;

    private final KeyValueStore<String, byte[]> store;

    CascadeChildren(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** A child that is there. */
    record Child(
            String key,
            ChildKind kind,
            long at,
            UUID engagement,
            @Nullable Sender sender) {}

    static String key(String node, ChildKind kind, ChildChange child) {
        return first(node, kind.code) + StoreKeys.time(Math.max(0, child.at())) + child.engagement();
    }

    /** The first key of a message's children. */
    static String first(String node) {
        return first(node, ChildKind.POSITIVE.code);
    }

    /** The first key of a message's shares without words. */
    static String firstBare(String node) {
        return first(node, ChildKind.BARE.code);
    }

    /** Puts a child; whether it is new. */
    boolean put(String key, @Nullable Sender sender) {
        var out = new BinaryWriter(VERSION).text(sender == null ? null : sender.handle());
        return store.putIfAbsent(
                        key, out.number(sender == null ? 0 : sender.round()).toBytes())
                == null;
    }

    /** Takes a child out; whether it was there. */
    boolean remove(String key) {
        return store.delete(key) != null;
    }

    /** Some children of a message, from a key on. */
    List<Child> read(String node, String from, int most) {
        var some = new ArrayList<Child>();
        try (var range = store.range(from, first(node, (char) (ChildKind.BARE.code + 1)))) {
            while (range.hasNext() && some.size() < most) {
                some.add(child(node, range.next()));
            }
        }
        return some;
    }

    /** When the first children of a message's tone came, five at most, ascending. */
    long[] earliest(String node, Message message) {
        var times = new ArrayList<Long>(2 * CascadeNode.FIFTH);
        for (var kind : ChildKind.values()) {
            if (kind == ChildKind.BARE || kind == ChildKind.of(message.tone())) {
                addFirst(node, kind, times);
            }
        }
        return times.stream()
                .filter(message::hasChildrenUntil)
                .mapToLong(Long::longValue)
                .sorted()
                .limit(CascadeNode.FIFTH)
                .toArray();
    }

    /** Keeps what another engagement says of the same message. */
    void putClaim(String node, Message message) {
        var out = new BinaryWriter(VERSION);
        message.write(out);
        store.put(first(node, CLAIM) + message.engagement(), out.toBytes());
    }

    void removeClaim(String node, UUID engagement) {
        store.delete(first(node, CLAIM) + engagement);
    }

    /** Takes out the first of the other engagements that bring a message; null when there is none. */
    @Nullable
    Message takeClaim(String node) {
        var from = first(node, CLAIM);
        KeyValue<String, byte[]> found;
        try (var range = store.range(from, first(node, (char) (CLAIM + 1)))) {
            if (!range.hasNext()) {
                return null;
            }
            found = range.next();
        }
        store.delete(found.key);
        return BinaryReader.read(found.value, VERSION, Message::read);
    }

    private void addFirst(String node, ChildKind kind, List<Long> times) {
        var from = first(node, kind.code);
        try (var range = store.range(from, first(node, (char) (kind.code + 1)))) {
            for (int n = 0; n < CascadeNode.FIFTH && range.hasNext(); n++) {
                var key = range.next().key;
                times.add(time(key, from.length()));
            }
        }
    }

    private static Child child(String node, KeyValue<String, byte[]> entry) {
        var at = node.length() + 1;
        var sender = BinaryReader.read(entry.value, VERSION, in -> {
            var handle = in.text();
            var round = in.integer();
            return handle == null ? new Sender("", round) : new Sender(handle, round);
        });
        return new Child(
                entry.key,
                ChildKind.of(entry.key.charAt(at)),
                time(entry.key, at + KIND),
                UUID.fromString(entry.key.substring(at + KIND + TIME)),
                sender.handle().isEmpty() ? null : sender);
    }

    private static long time(String key, int at) {
        return Long.parseLong(key, at, at + TIME, 10);
    }

    private static String first(String node, char code) {
        return node + TopicKeys.SEPARATOR + code;
    }
}
