package io.rapport.scoring.topology.query;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Access to the state stores of this instance's tasks. */
@FunctionalInterface
public interface StoreAccess {

    /**
     * Returns a store of one partition.
     *
     * @throws io.rapport.scoring.query.LedgersUnavailableException if no active task of this instance has it
     */
    <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition);
}
