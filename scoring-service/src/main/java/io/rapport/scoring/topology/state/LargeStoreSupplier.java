package io.rapport.scoring.topology.state;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/** Where stores live that grow with what a brand's people do: on disk, or in memory for tests. */
@FunctionalInterface
public interface LargeStoreSupplier {

    KeyValueBytesStoreSupplier supplier(String name);
}
