package io.rapport.ingest.domain.decision;

import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stores and publishes decisions in memory, counts saves, and simulates an unavailable broker or an unread topic. */
public final class InMemoryAdminDecisions<E> implements AdminDecisionRepository<E>, AdminDecisionPublisher<E> {

    public final Map<String, AdminDecision<E>> stored = new HashMap<>();
    public final Map<String, E> topic = new HashMap<>();
    private final Map<String, AdminDecision<E>> announced = new HashMap<>();
    final Set<String> pending = new HashSet<>();
    public int saves;
    public boolean brokerAway;
    public boolean unread;
    public Runnable beforeSave = () -> {};

    @Override
    public Optional<AdminDecision<E>> find(String key) {
        return Optional.ofNullable(stored.get(key));
    }

    @Override
    public boolean save(AdminDecision<E> decision, long before) {
        beforeSave.run();
        if (find(decision.key()).map(AdminDecision::version).orElse(0L) != before) {
            return false;
        }
        saves++;
        stored.put(decision.key(), decision);
        pending.add(decision.key());
        return true;
    }

    @Override
    public boolean markPublished(AdminDecision<E> decision) {
        pending.remove(decision.key());
        return true;
    }

    @Override
    public List<String> findPendingKeys() {
        return new ArrayList<>(pending);
    }

    @Override
    public void restoreIfNewer(AdminDecision<E> decision) {
        stored.merge(decision.key(), decision, (known, other) -> known.version() < other.version() ? other : known);
    }

    @Override
    public Optional<AdminDecision<E>> findPublished(String key) {
        if (unread) {
            throw new StateNotLoadedException("What was decided before");
        }
        return Optional.ofNullable(announced.get(key));
    }

    @Override
    public void publish(String key) {
        if (brokerAway) {
            throw new DeliveryFailedException("away");
        }
        var decision = stored.get(key);
        if (decision.withdrawn()) {
            topic.remove(key);
            announced.remove(key);
        } else {
            topic.put(key, decision.event());
            announced.put(key, decision);
        }
        markPublished(decision);
    }
}
