package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the progress of connections. Counts are collected in memory and stored by {@link #flush}: those of an instance that is
 * killed in between are lost, which no figure depends on. A cursor is stored at once.
 */
public final class ConnectionProgressService {

    private final AdminDecisionService<ConnectionProgressed> decisions;
    private final ConnectionDirectory connections;
    private final Map<ConnectionKey, ProgressDelta> pending = new ConcurrentHashMap<>();

    /** Creates a service that stores progress as decisions, of the connections that exist. */
    public ConnectionProgressService(
            AdminDecisionService<ConnectionProgressed> decisions, ConnectionDirectory connections) {
        this.decisions = decisions;
        this.connections = connections;
    }

    /** Adds a change, to be stored by the next flush. */
    public void record(ConnectionKey key, ProgressDelta change) {
        pending.merge(key, change, ProgressDelta::plus);
    }

    /**
     * Finds the progress of a connection, with the changes of this instance that are not stored yet.
     *
     * @throws StateNotLoadedException while progress is being loaded
     */
    public Optional<ConnectionProgressed> find(ConnectionKey key) {
        var stored = stored(key);
        var change = pending.get(key);
        return change == null
                ? stored
                : Optional.of(change.appliedTo(
                        stored,
                        key,
                        stored.map(ConnectionProgressed::version).orElse(1L),
                        stored.map(ConnectionProgressed::at).orElse(Instant.EPOCH)));
    }

    /**
     * Stores a change at once, with those that are not stored yet.
     *
     * @throws DeliveryFailedException if other instances change the progress each time
     */
    public void save(ConnectionKey key, ProgressDelta change, Instant at) {
        var collected = pending.remove(key);
        var whole = collected == null ? change : collected.plus(change);
        try {
            store(key, whole, at);
        } catch (RuntimeException e) {
            pending.merge(key, whole, (later, earlier) -> earlier.plus(later));
            throw e;
        }
        publish(key);
    }

    /**
     * Stores a change with its cursor at once.
     *
     * @param fetchedFrom the cursor that the page was fetched from: if it was changed meanwhile, by a backfill, the new cursor is
     *     not stored
     * @throws DeliveryFailedException if other instances change the progress each time
     */
    public void saveCursor(ConnectionKey key, ProgressDelta change, @Nullable String fetchedFrom, Instant at) {
        var stored = stored(key).map(ConnectionProgressed::cursor).orElse(null);
        save(key, Objects.equals(stored, fetchedFrom) ? change : change.withoutCursor(), at);
    }

    /** Stores all changes that are not stored yet. */
    public void flush(Instant at) {
        for (var key : List.copyOf(pending.keySet())) {
            if (connections.find(key).isEmpty()) {
                pending.remove(key);
            } else {
                save(key, new ProgressDelta(Map.of(), null, null, null, null), at);
            }
        }
    }

    /** Deletes the progress of a connection that was deleted. */
    public void delete(ConnectionKey key) {
        pending.remove(key);
        if (stored(key).isPresent()) {
            decisions.withdraw(key.key());
        }
    }

    private Optional<ConnectionProgressed> stored(ConnectionKey key) {
        return decisions.find(key.key()).flatMap(AdminDecision::validEvent);
    }

    private void store(ConnectionKey key, ProgressDelta change, Instant at) {
        decisions.store(key.key(), before -> {
            var version = before.map(AdminDecision::version).orElse(0L) + 1;
            var after = change.appliedTo(before.flatMap(AdminDecision::validEvent), key, version, at);
            return new AdminDecision<>(key.key(), version, after, false);
        });
    }

    /** What is stored and cannot be published now is published later from the outbox. */
    private void publish(ConnectionKey key) {
        try {
            decisions.publish(key.key());
        } catch (DeliveryFailedException e) {
            // Stays pending in the outbox.
        }
    }
}
