package io.rapport.scoring.topology.support;

import io.rapport.contracts.Topic;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.topology.state.BinarySerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Sorts what a stage's processors forward: to public topics, or on to the next stage. */
public record StageOutputs(String stage, KStream<String, Object> all) {

    /** With what else the stage's processors forward. */
    public StageOutputs merge(KStream<String, Object> more, String name) {
        return new StageOutputs(stage, all.merge(more, Named.as(name)));
    }

    /** Sends events to the public topic each of them names. */
    public void publish(ScoringCounters counters) {
        filterByType(PublicEvent.class, stage + "-published")
                .peek((key, event) -> counters.published(event.topic().name()), Named.as(stage + "-counted"))
                .to(
                        new ToItsTopic(),
                        Produced.with(Serdes.String(), published()).withName(stage + "-topics"));
    }

    /** Sends one type of value to the task that owns its key. */
    public <T> KStream<String, T> repartition(Class<T> type, String name, Serde<T> serde) {
        return filterByType(type, name + "-sent")
                .repartition(Repartitioned.<String, T>as(name)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(serde));
    }

    private <T> KStream<String, T> filterByType(Class<T> type, String name) {
        return all.flatMapValues(
                value -> type.isInstance(value) ? List.of(type.cast(value)) : List.of(), Named.as(name));
    }

    @SuppressWarnings("NullAway")
    private static Serde<PublicEvent> published() {
        return new BinarySerde<>(PublicEvent::json, json -> {
            throw new UnsupportedOperationException("Public topics are only written here");
        });
    }

    private static final class ToItsTopic implements TopicNameExtractor<String, PublicEvent> {

        @Override
        public String extract(String key, PublicEvent event, RecordContext context) {
            return event.topic().name();
        }

        @Override
        public String toString() {
            return Topic.class.getSimpleName() + " of the event";
        }
    }
}
