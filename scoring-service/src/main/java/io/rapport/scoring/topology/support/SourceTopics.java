package io.rapport.scoring.topology.support;

import io.rapport.contracts.Topic;
import io.rapport.messaging.JsonSerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;

/** How public topics come into a stage. */
public final class SourceTopics {

    private SourceTopics() {}

    /** A topic of which each task reads its part. */
    public static <T> KStream<String, T> stream(StreamsBuilder builder, Topic topic, Class<T> type) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.String(), new JsonSerde<>(type)).withName(topic.name()));
    }

    /** A small topic that every task has whole, in a store of the given name. */
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
