package io.rapport.scoring.topology.query;

import io.rapport.scoring.query.LedgersUnavailableException;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Opens the stores of the running stream by interactive queries. */
public final class StreamStoreAccess implements StoreAccess {

    private final Supplier<@Nullable KafkaStreams> stream;

    /** Creates the access; the supplier returns null while no stream is running. */
    public StreamStoreAccess(Supplier<@Nullable KafkaStreams> stream) {
        this.stream = stream;
    }

    @Override
    public <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition) {
        try {
            return running(stream)
                    .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
                            .withPartition(partition));
        } catch (InvalidStateStoreException e) {
            throw unavailable(e);
        }
    }

    static KafkaStreams running(Supplier<@Nullable KafkaStreams> stream) {
        var running = stream.get();
        if (running == null) {
            throw unavailable(null);
        }
        return running;
    }

    static LedgersUnavailableException unavailable(@Nullable Exception cause) {
        return new LedgersUnavailableException(
                "State stores are being restored or moved to another instance. Retry the request.", cause);
    }
}
