package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.SuppressionHashes;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The handles of this task. The state of an erased handle is deleted; a tombstone entry remains under its hash. It is looked up
 * only for handles without state, so that known handles need one lookup.
 */
public final class HandleStateStore {

    private final KeyValueStore<String, HandleState> store;
    private final SuppressionHashes suppressions;

    /** Opens the store. */
    public HandleStateStore(ProcessorContext<?, ?> context, SuppressionHashes suppressions) {
        this.store = context.getStateStore(HandleStores.HANDLE_LEDGER);
        this.suppressions = suppressions;
    }

    /** Returns the state of a handle: stored, new or erased. */
    public HandleState get(String key) {
        @Nullable HandleState known = store.get(key);
        if (known != null) {
            return known;
        }
        return isErased(key) ? HandleState.ERASED : HandleState.NEW;
    }

    /** Stores the state of a handle. */
    public void put(String key, HandleState state) {
        store.put(key, state);
    }

    /** Deletes the state of a handle, marks its hash as erased and returns the hash. */
    public String erase(String key) {
        if (!suppressions.hasSecret()) {
            // Not an error of the record: the stream stops and retries until the secret is configured.
            throw new KafkaException("An erasure cannot be processed without the hash secret: set RAPPORT_HASH_KEY");
        }
        var handle = HandleKey.of(key);
        var hash = suppressions.hashHandle(handle);
        store.delete(key);
        store.put(handle.brand().key(hash), HandleState.ERASED);
        return hash;
    }

    /**
     * Whether the hash is marked in this store, or, after the stream started from empty stores, listed as suppressed.
     */
    private boolean isErased(String key) {
        if (!suppressions.hasSecret()) {
            return false;
        }
        var handle = HandleKey.of(key);
        var hash = suppressions.hashHandle(handle);
        return store.get(handle.brand().key(hash)) != null || suppressions.isHandleSuppressed(handle);
    }
}
