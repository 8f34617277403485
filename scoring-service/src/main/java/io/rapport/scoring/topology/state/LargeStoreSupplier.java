package io.rapport.scoring.topology.state;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/** Supplies the stores that grow with the number of engagements: on disk, or in memory for tests. */
@FunctionalInterface
public interface LargeStoreSupplier {

    KeyValueBytesStoreSupplier supplier(String name);
}
