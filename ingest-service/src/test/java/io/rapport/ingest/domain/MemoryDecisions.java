package io.rapport.ingest.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps decisions in memory, counts saves, and announces at once or, with the broker away or the topic unread, not at all. */
public final class MemoryDecisions<E> implements DecisionStore<E>, Announcer<E> {

    final Map<String, Decision<E>> stored = new HashMap<>();
    final Map<String, E> topic = new HashMap<>();
    private final Map<String, Decision<E>> announced = new HashMap<>();
    final Set<String> pending = new HashSet<>();
    int saves;
    boolean brokerAway;
    boolean unread;
    Runnable beforeSave = () -> {};

    @Override
    public Optional<Decision<E>> find(String key) {
        return Optional.ofNullable(stored.get(key));
    }

    @Override
    public boolean save(Decision<E> decision, long before) {
        beforeSave.run();
        if (find(decision.key()).map(Decision::version).orElse(0L) != before) {
            return false;
        }
        saves++;
        stored.put(decision.key(), decision);
        pending.add(decision.key());
        return true;
    }

    @Override
    public boolean announced(Decision<E> decision) {
        pending.remove(decision.key());
        return true;
    }

    @Override
    public List<String> pending() {
        return new ArrayList<>(pending);
    }

    @Override
    public void takeIn(Decision<E> decision) {
        stored.merge(decision.key(), decision, (known, other) -> known.version() < other.version() ? other : known);
    }

    @Override
    public Optional<Decision<E>> announced(String key) {
        if (unread) {
            throw new NotReadYet("What was decided before");
        }
        return Optional.ofNullable(announced.get(key));
    }

    @Override
    public void announce(String key) {
        if (brokerAway) {
            throw new NotDelivered("away");
        }
        var decision = stored.get(key);
        if (decision.withdrawn()) {
            topic.remove(key);
            announced.remove(key);
        } else {
            topic.put(key, decision.event());
            announced.put(key, decision);
        }
        announced(decision);
    }
}
