package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.topology.handle.HandleTopology;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.SuppressionHashes;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The handles of this task. Of an erased one nothing is left under its name: a mark stands under its hash, which is
 * looked for only when a handle is not known, so that known handles cost nothing more.
 */
public final class HandleStateStore {

    private final KeyValueStore<String, HandleState> store;
    private final SuppressionHashes suppressions;

    public HandleStateStore(ProcessorContext<String, Object> context, SuppressionHashes suppressions) {
        this.store = context.getStateStore(HandleTopology.HANDLE_LEDGER);
        this.suppressions = suppressions;
    }

    /** The handle as it is known, new, or erased. */
    public HandleState get(String key) {
        @Nullable HandleState known = store.get(key);
        if (known != null) {
            return known;
        }
        return isErased(key) ? HandleState.ERASED : HandleState.NEW;
    }

    public void put(String key, HandleState state) {
        store.put(key, state);
    }

    /** Forgets a handle for good; gives its hash. */
    public String erase(String key) {
        if (!suppressions.hasSecret()) {
            // No fault of the record: the stream stops and tries again until it is given the secret.
            throw new KafkaException("Somebody was erased, and there is no secret here: set RAPPORT_HASH_KEY");
        }
        var handle = HandleKey.of(key);
        var hash = suppressions.hashHandle(handle);
        store.delete(key);
        store.put(handle.brand().key(hash), HandleState.ERASED);
        return hash;
    }

    /** Marked here, or, where a stream begins anew and the tombstone is gone from its topic, known to be erased. */
    private boolean isErased(String key) {
        if (!suppressions.hasSecret()) {
            return false;
        }
        var handle = HandleKey.of(key);
        var hash = suppressions.hashHandle(handle);
        return store.get(handle.brand().key(hash)) != null || suppressions.isHandleSuppressed(handle);
    }
}
