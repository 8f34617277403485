package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.topology.state.KeyRange;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the engagements of this task's handles are counted as, by handle, so that an erasure finds them. Engagements that an earlier
 * build counted have no entry: they cannot be revised.
 */
public final class CountedEngagementStore {

    private final KeyValueStore<String, CountedEngagement> store;

    /** Opens the store. */
    public CountedEngagementStore(ProcessorContext<?, ?> context) {
        this.store = context.getStateStore(HandleStores.HANDLE_ENGAGEMENT);
    }

    /** Returns what an engagement of a handle is counted as; null when it is not known. */
    public @Nullable CountedEngagement get(String handle, UUID engagement) {
        return store.get(key(handle, engagement));
    }

    /** Stores what an engagement of a handle is counted as. */
    public void put(String handle, UUID engagement, CountedEngagement counted) {
        store.put(key(handle, engagement), counted);
    }

    /** Deletes the engagements of a handle. */
    public void delete(String handle) {
        KeyRange.deleteBelow(store, handle, engagement -> {});
    }

    private static String key(String handle, UUID engagement) {
        return handle + StoreKeys.suffix(engagement.toString());
    }
}
