package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ParentChange;
import io.rapport.scoring.topology.cascade.state.CascadeChildKind;
import io.rapport.scoring.topology.cascade.state.CascadeChildStore;
import io.rapport.scoring.topology.cascade.state.CascadeNode;
import io.rapport.scoring.topology.cascade.state.CascadeNode.CascadeMessage;
import io.rapport.scoring.topology.cascade.state.CascadeStores;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages and their children, in any order of arrival. The cost of a change does not grow with the size of the cascade: when
 * a change concerns many children, a few are processed at once and the rest later, in batches.
 */
final class CascadeUpdater {

    private static final int MAX_IMMEDIATE = 20;
    private static final int MAX_PER_TICK = 500;
    private static final byte[] MARKER = {1};

    private final Consumer<Record<String, SharedTone>> sharedTones;
    private final KeyValueStore<String, CascadeNode> nodes;
    private final KeyValueStore<String, byte[]> due;
    private final CascadeChildStore children;
    private final SpreadBuffer spread;

    CascadeUpdater(
            ProcessorContext<?, ?> context, SpreadBuffer spread, Consumer<Record<String, SharedTone>> sharedTones) {
        this.sharedTones = sharedTones;
        this.nodes = context.getStateStore(CascadeStores.CASCADE_NODE);
        this.due = context.getStateStore(CascadeStores.CASCADE_DUE);
        this.children = new CascadeChildStore(context.getStateStore(CascadeStores.CASCADE_CHILD));
        this.spread = spread;
    }

    /** Applies a change to a message. */
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

    /** Continues pending work. */
    void advance(long now) {
        if (due.approximateNumEntries() == 0) {
            return;
        }
        var keys = new ArrayList<String>();
        try (var waiting = due.all()) {
            while (waiting.hasNext() && keys.size() < MAX_PER_TICK) {
                keys.add(waiting.next().key);
            }
        }
        var limit = keys.isEmpty() ? 0 : Math.max(1, MAX_PER_TICK / keys.size());
        for (var key : keys) {
            var before = get(key);
            put(key, before, processPending(key, before, limit, now));
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
            due.put(key, MARKER);
        }
        spread.add(StoreKeys.brandOf(key), before.contribution(), after.contribution());
    }

    private CascadeNode applyParent(String key, CascadeNode before, ParentChange change) {
        var known = before.message();
        var claim = change.tone() == MessageTone.NONE ? null : CascadeMessage.of(change);
        if (known == null || known.engagement().equals(change.engagement())) {
            return withMessage(key, before, claim == null ? children.pollClaim(key) : claim);
        }
        if (claim == null) {
            children.removeClaim(key, change.engagement());
            return before;
        }
        // When several engagements claim one message, the one with the lowest id counts, whichever arrived first.
        var isWinner =
                claim.engagement().toString().compareTo(known.engagement().toString()) < 0;
        children.putClaim(key, isWinner ? known : claim);
        children.removeClaim(key, isWinner ? claim.engagement() : known.engagement());
        return isWinner ? withMessage(key, before, claim) : before;
    }

    private CascadeNode withMessage(String key, CascadeNode before, @Nullable CascadeMessage message) {
        var known = before.message();
        var after = before.withNewMessage(message, message == null ? null : CascadeChildStore.firstKey(key));
        if (message != null) {
            var isCounted = known != null && known.at() == message.at();
            after = (isCounted ? before.withMessage(message) : after).withTimes(children.earliestTimes(key, message));
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
        return after.isOfTone(child.from()) ? after.withTimes(children.earliestTimes(key, message)) : after;
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
        if (child.to() == CascadeChildKind.BARE && child.sender() != null) {
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

    private CascadeNode processPending(String key, CascadeNode node, int limit, long timestamp) {
        return notifyChildren(key, countChildren(key, node, limit), limit, timestamp);
    }

    private CascadeNode countChildren(String key, CascadeNode node, int limit) {
        var message = node.message();
        if (node.countCursor() == null || message == null) {
            return node.withCountCursor(null);
        }
        var batch = children.list(key, node.countCursor(), limit);
        var after = node;
        for (var child : batch) {
            after = message.hasChildrenUntil(child.at()) ? after.withCount(child.kind(), 1) : after;
        }
        return after.withCountCursor(
                batch.size() < limit
                        ? null
                        : StoreKeys.successor(batch.get(limit - 1).key()));
    }

    private CascadeNode notifyChildren(String key, CascadeNode node, int limit, long timestamp) {
        if (node.notifyCursor() == null) {
            return node;
        }
        var batch = children.list(key, node.notifyCursor(), limit);
        for (var child : batch) {
            if (child.sender() != null) {
                sendTone(child.engagement(), child.sender(), node.tone(), timestamp);
            }
        }
        return node.withNotifyCursor(
                batch.size() < limit
                        ? null
                        : StoreKeys.successor(batch.get(limit - 1).key()));
    }

    private void sendTone(UUID engagement, ChildChange.Sender sender, MessageTone tone, long timestamp) {
        sharedTones.accept(new Record<>(sender.handle(), new SharedTone(engagement, sender.round(), tone), timestamp));
    }
}
