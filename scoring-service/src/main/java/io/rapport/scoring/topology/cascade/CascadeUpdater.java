package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.state.CascadeChildKind;
import io.rapport.scoring.topology.cascade.state.CascadeChildStore;
import io.rapport.scoring.topology.cascade.state.CascadeNode;
import io.rapport.scoring.topology.cascade.state.SharedTone;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ParentChange;
import io.rapport.scoring.topology.cascade.state.CascadeNode.CascadeMessage;
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
final class CascadeUpdater {

    private static final int MAX_IMMEDIATE = 20;
    private static final int MAX_PER_TICK = 500;
    private static final byte[] WAITING = {1};

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, CascadeNode> nodes;
    private final KeyValueStore<String, byte[]> due;
    private final CascadeChildStore children;
    private final SpreadBuffer spread;

    CascadeUpdater(ProcessorContext<String, Object> context, SpreadBuffer spread) {
        this.context = context;
        this.nodes = context.getStateStore(CascadeTopology.CASCADE_NODE);
        this.due = context.getStateStore(CascadeTopology.CASCADE_DUE);
        this.children = new CascadeChildStore(context.getStateStore(CascadeTopology.CASCADE_CHILD));
        this.spread = spread;
    }

    void apply(String key, CascadeChange change, long timestamp) {
        var before = get(key);
        var after = before;
        if (change instanceof ParentChange parent) {
            after = processPending(key, applyParent(key, before, parent), MAX_IMMEDIATE, timestamp);
        } else if (change instanceof ChildChange child) {
            after = addChild(key, removeChild(key, before, child), child, timestamp);
        }
        put(key, before, after);
    }

    /** Goes on with what was left for later. */
    void advance(long now) {
        var keys = new ArrayList<String>();
        try (var waiting = due.all()) {
            while (waiting.hasNext() && keys.size() < MAX_PER_TICK) {
                keys.add(waiting.next().key);
            }
        }
        var room = keys.isEmpty() ? 0 : Math.max(1, MAX_PER_TICK / keys.size());
        for (var key : keys) {
            var before = get(key);
            put(key, before, processPending(key, before, room, now));
        }
    }

    private CascadeNode get(String key) {
        @Nullable CascadeNode known = nodes.get(key);
        return known == null ? CascadeNode.EMPTY : known;
    }

    private void put(String key, CascadeNode before, CascadeNode after) {
        if (after == before) {
            return;
        }
        if (after.isEmpty()) {
            nodes.delete(key);
        } else {
            nodes.put(key, after);
        }
        if (before.hasPendingWork() && !after.hasPendingWork()) {
            due.delete(key);
        } else if (after.hasPendingWork() && !before.hasPendingWork()) {
            due.put(key, WAITING);
        }
        spread.add(StoreKeys.brandOf(key), before.contribution(), after.contribution());
    }

    private CascadeNode applyParent(String key, CascadeNode before, ParentChange change) {
        var known = before.message();
        var said = change.tone() == MessageTone.NONE ? null : CascadeMessage.of(change);
        if (known == null || known.engagement().equals(change.engagement())) {
            return withMessage(key, before, said == null ? children.pollClaim(key) : said);
        }
        if (said == null) {
            children.removeClaim(key, change.engagement());
            return before;
        }
        // Of several engagements that bring one message the least speaks, whichever came first.
        var speaks = said.engagement().toString().compareTo(known.engagement().toString()) < 0;
        children.putClaim(key, speaks ? known : said);
        children.removeClaim(key, speaks ? said.engagement() : known.engagement());
        return speaks ? withMessage(key, before, said) : before;
    }

    private CascadeNode withMessage(String key, CascadeNode before, @Nullable CascadeMessage message) {
        var known = before.message();
        var after = before.withNewMessage(message, message == null ? null : CascadeChildStore.firstKey(key));
        if (message != null) {
            var isCounted = known != null && known.at() == message.at();
            after = (isCounted ? before.withMessage(message) : after).withMessage(children.earliestTimes(key, message));
        }
        return before.tone() == after.tone() ? after : after.withNotifyCursor(CascadeChildStore.firstShareKey(key));
    }

    private CascadeNode removeChild(String key, CascadeNode before, ChildChange child) {
        if (child.from() == null) {
            return before;
        }
        var entry = CascadeChildStore.key(key, child.from(), child);
        var message = before.message();
        if (!children.remove(entry) || message == null || !message.hasChildrenUntil(child.at())) {
            return before;
        }
        var after = isCounted(before, entry) ? before.withCount(child.from(), -1) : before;
        return after.isOfTone(child.from()) ? after.withMessage(children.earliestTimes(key, message)) : after;
    }

    private CascadeNode addChild(String key, CascadeNode before, ChildChange child, long timestamp) {
        if (child.to() == null) {
            return before;
        }
        var entry = CascadeChildStore.key(key, child.to(), child);
        var message = before.message();
        var isNew = children.put(entry, child.sender());
        if (message == null) {
            return before;
        }
        if (child.to() == CascadeChildKind.WORDLESS_SHARE && child.sender() != null) {
            sendTone(child.engagement(), child.sender(), message.tone(), timestamp);
        }
        if (!isNew || !message.hasChildrenUntil(child.at())) {
            return before;
        }
        var after = isCounted(before, entry) ? before.withCount(child.to(), 1) : before;
        return after.isOfTone(child.to()) ? after.withChildTime(Math.max(0, child.at())) : after;
    }

    private static boolean isCounted(CascadeNode node, String entry) {
        return node.countCursor() == null || entry.compareTo(node.countCursor()) < 0;
    }

    private CascadeNode processPending(String key, CascadeNode node, int room, long timestamp) {
        return notifyChildren(key, countChildren(key, node, room), room, timestamp);
    }

    private CascadeNode countChildren(String key, CascadeNode node, int room) {
        var message = node.message();
        if (node.countCursor() == null || message == null) {
            return node.withCountCursor(null);
        }
        var some = children.list(key, node.countCursor(), room);
        var after = node;
        for (var child : some) {
            after = message.hasChildrenUntil(child.at()) ? after.withCount(child.kind(), 1) : after;
        }
        return after.withCountCursor(
                some.size() < room ? null : StoreKeys.successor(some.get(room - 1).key()));
    }

    private CascadeNode notifyChildren(String key, CascadeNode node, int room, long timestamp) {
        if (node.notifyCursor() == null) {
            return node;
        }
        var some = children.list(key, node.notifyCursor(), room);
        for (var child : some) {
            if (child.sender() != null) {
                sendTone(child.engagement(), child.sender(), node.tone(), timestamp);
            }
        }
        return node.withNotifyCursor(
                some.size() < room ? null : StoreKeys.successor(some.get(room - 1).key()));
    }

    private void sendTone(java.util.UUID engagement, ChildChange.Sender sender, MessageTone tone, long timestamp) {
        context.forward(new Record<>(sender.handle(), new SharedTone(engagement, sender.round(), tone), timestamp));
    }
}
