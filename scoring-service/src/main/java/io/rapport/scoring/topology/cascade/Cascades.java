package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.cascade.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.CascadeChange.ParentChange;
import io.rapport.scoring.topology.cascade.CascadeNode.Message;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages and what follows them, in any order of arrival, with the same work for each change however large the
 * cascade is: where many children are concerned at once, a few are taken now and the others by and by.
 */
final class Cascades {

    private static final int MOST_NOW = 20;
    private static final int MOST_BY_AND_BY = 500;
    private static final byte[] WAITING = {1};

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, CascadeNode> nodes;
    private final KeyValueStore<String, byte[]> due;
    private final CascadeChildren children;
    private final PendingSpread spread;

    Cascades(ProcessorContext<String, Object> context, PendingSpread spread) {
        this.context = context;
        this.nodes = context.getStateStore(CascadeTopology.CASCADE_NODE);
        this.due = context.getStateStore(CascadeTopology.CASCADE_DUE);
        this.children = new CascadeChildren(context.getStateStore(CascadeTopology.CASCADE_CHILD));
        this.spread = spread;
    }

    void change(String key, CascadeChange change, long timestamp) {
        var before = of(key);
        var after = before;
        if (change instanceof ParentChange parent) {
            after = proceeded(key, parent(key, before, parent), MOST_NOW, timestamp);
        } else if (change instanceof ChildChange child) {
            after = added(key, removed(key, before, child), child, timestamp);
        }
        put(key, before, after);
    }

    /** Goes on with what was left for later. */
    void proceed(long now) {
        var keys = new ArrayList<String>();
        try (var waiting = due.all()) {
            while (waiting.hasNext() && keys.size() < MOST_BY_AND_BY) {
                keys.add(waiting.next().key);
            }
        }
        var room = keys.isEmpty() ? 0 : Math.max(1, MOST_BY_AND_BY / keys.size());
        for (var key : keys) {
            var before = of(key);
            put(key, before, proceeded(key, before, room, now));
        }
    }

    private CascadeNode of(String key) {
        @Nullable CascadeNode known = nodes.get(key);
        return known == null ? CascadeNode.NOTHING : known;
    }

    private void put(String key, CascadeNode before, CascadeNode after) {
        if (after == before) {
            return;
        }
        if (after.isNothing()) {
            nodes.delete(key);
        } else {
            nodes.put(key, after);
        }
        if (before.isAtWork() && !after.isAtWork()) {
            due.delete(key);
        } else if (after.isAtWork() && !before.isAtWork()) {
            due.put(key, WAITING);
        }
        spread.add(StoreKeys.brandOf(key), before.contribution(), after.contribution());
    }

    private CascadeNode parent(String key, CascadeNode before, ParentChange change) {
        var known = before.message();
        var said = change.tone() == MessageTone.NONE ? null : Message.of(change);
        if (known == null || known.engagement().equals(change.engagement())) {
            return became(key, before, said == null ? children.takeClaim(key) : said);
        }
        if (said == null) {
            children.removeClaim(key, change.engagement());
            return before;
        }
        // Of several engagements that bring one message the least speaks, whichever came first.
        var speaks = said.engagement().toString().compareTo(known.engagement().toString()) < 0;
        children.putClaim(key, speaks ? known : said);
        children.removeClaim(key, speaks ? said.engagement() : known.engagement());
        return speaks ? became(key, before, said) : before;
    }

    private CascadeNode became(String key, CascadeNode before, @Nullable Message message) {
        var known = before.message();
        var after = before.anew(message, message == null ? null : CascadeChildren.first(key));
        if (message != null) {
            var isCounted = known != null && known.at() == message.at();
            after = (isCounted ? before.with(message) : after).with(children.earliest(key, message));
        }
        return before.tone() == after.tone() ? after : after.tellingFrom(CascadeChildren.firstBare(key));
    }

    private CascadeNode removed(String key, CascadeNode before, ChildChange child) {
        if (child.from() == null) {
            return before;
        }
        var entry = CascadeChildren.key(key, child.from(), child);
        var message = before.message();
        if (!children.remove(entry) || message == null || !message.hasChildrenUntil(child.at())) {
            return before;
        }
        var after = isCounted(before, entry) ? before.counted(child.from(), -1) : before;
        return after.isOfTone(child.from()) ? after.with(children.earliest(key, message)) : after;
    }

    private CascadeNode added(String key, CascadeNode before, ChildChange child, long timestamp) {
        if (child.to() == null) {
            return before;
        }
        var entry = CascadeChildren.key(key, child.to(), child);
        var message = before.message();
        var isNew = children.put(entry, child.sender());
        if (message == null) {
            return before;
        }
        if (child.to() == ChildKind.BARE && child.sender() != null) {
            tell(child.engagement(), child.sender(), message.tone(), timestamp);
        }
        if (!isNew || !message.hasChildrenUntil(child.at())) {
            return before;
        }
        var after = isCounted(before, entry) ? before.counted(child.to(), 1) : before;
        return after.isOfTone(child.to()) ? after.withTime(Math.max(0, child.at())) : after;
    }

    private static boolean isCounted(CascadeNode node, String entry) {
        return node.counting() == null || entry.compareTo(node.counting()) < 0;
    }

    private CascadeNode proceeded(String key, CascadeNode node, int room, long timestamp) {
        return toldOn(key, countedOn(key, node, room), room, timestamp);
    }

    private CascadeNode countedOn(String key, CascadeNode node, int room) {
        var message = node.message();
        if (node.counting() == null || message == null) {
            return node.countingFrom(null);
        }
        var some = children.read(key, node.counting(), room);
        var after = node;
        for (var child : some) {
            after = message.hasChildrenUntil(child.at()) ? after.counted(child.kind(), 1) : after;
        }
        return after.countingFrom(
                some.size() < room ? null : StoreKeys.after(some.get(room - 1).key()));
    }

    private CascadeNode toldOn(String key, CascadeNode node, int room, long timestamp) {
        if (node.telling() == null) {
            return node;
        }
        var some = children.read(key, node.telling(), room);
        for (var child : some) {
            if (child.sender() != null) {
                tell(child.engagement(), child.sender(), node.tone(), timestamp);
            }
        }
        return node.tellingFrom(
                some.size() < room ? null : StoreKeys.after(some.get(room - 1).key()));
    }

    private void tell(java.util.UUID engagement, ChildChange.Sender sender, MessageTone tone, long timestamp) {
        context.forward(new Record<>(sender.handle(), new CarriedTone(engagement, sender.round(), tone), timestamp));
    }
}
