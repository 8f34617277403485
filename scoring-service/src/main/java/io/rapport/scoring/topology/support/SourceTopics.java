package io.rapport.scoring.topology.support;

import io.rapport.contracts.Topic;
import io.rapport.messaging.json.JsonSerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;

/** Sources of the stages: public topics as streams or global tables. */
public final class SourceTopics {

    private SourceTopics() {}

    /** Reads a topic as a stream; each task reads its partitions. */
    public static <T> KStream<String, T> stream(StreamsBuilder builder, Topic topic, Class<T> type) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.String(), new JsonSerde<>(type)).withName(topic.name()));
    }

    /** Reads a small topic into an in-memory global store with the given name. */
    public static <T> void globalTable(StreamsBuilder builder, Topic topic, Class<T> type, String store) {
        var json = new JsonSerde<>(type);
        builder.globalTable(
                topic.name(),
                Consumed.with(Serdes.String(), json).withName(topic.name()),
                Materialized.<String, T>as(Stores.inMemoryKeyValueStore(store))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(json));
    }
}
