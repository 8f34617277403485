package io.rapport.scoring.topology.support;

import io.rapport.contracts.Topic;
import io.rapport.messaging.consume.EventDecoder;
import io.rapport.messaging.json.JsonSerde;
import java.util.function.BiPredicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/** Sources of the stages: topics as streams or global stores. */
public final class SourceTopics {

    private SourceTopics() {}

    /**
     * Reads a topic as a stream; each task reads its partitions. A record that cannot be decoded becomes a dead letter in the
     * transaction that commits its offset. Kafka Streams would deserialize it when it is buffered: a commit before it is processed,
     * and a restart after that, would publish a second dead letter.
     */
    public static <T> KStream<String, T> stream(StreamsBuilder builder, Topic topic, Class<T> type) {
        var json = new JsonSerde<>(type);
        return builder.stream(topic.name(), undecoded(topic))
                .process(() -> new DecodingProcessor<>(json), Named.as(topic.name() + "-decoded"));
    }

    /** Whether a record deletes its key: its value is null, although its type is not nullable. */
    @SuppressWarnings("ConstantValue")
    public static boolean isTombstone(Record<String, ?> record) {
        return record.key() != null && record.value() == null;
    }

    /**
     * Reads a small topic into an in-memory global store with the given name. Records that cannot be decoded are counted, logged and
     * left out; they stay in their topic.
     */
    public static <T> void globalStore(StreamsBuilder builder, Topic topic, Class<T> type, String store) {
        globalStore(builder, topic, type, store, (newer, existing) -> true);
    }

    /**
     * As the method above.
     *
     * @param replaces whether an event is stored instead of an earlier one of its key
     */
    public static <T> void globalStore(
            StreamsBuilder builder, Topic topic, Class<T> type, String store, BiPredicate<T, T> replaces) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store), Serdes.String(), new JsonSerde<>(type))
                        .withLoggingDisabled(),
                topic.name(),
                undecoded(topic),
                () -> new GlobalStoreProcessor<>(new EventDecoder<>(topic, type), store, replaces));
    }

    private static Consumed<byte[], byte[]> undecoded(Topic topic) {
        return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(topic.name());
    }
}
