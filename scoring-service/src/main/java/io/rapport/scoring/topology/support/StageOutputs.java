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

/** Sends the output of a stage to public topics or to the next stage. */
public final class StageOutputs {

    private StageOutputs() {}

    /** Writes each event to its public topic and counts it. */
    public static void publish(String stage, KStream<String, PublicEvent> events, ScoringCounters counters) {
        events.peek((key, event) -> counters.published(event.topic().name()), Named.as(stage + "-counted"))
                .to(
                        new TopicOfEvent(),
                        Produced.with(Serdes.String(), publicEvents()).withName(stage + "-topics"));
    }

    /**
     * Sends records through a repartition topic to the task that owns their key.
     *
     * @param topic the name of the repartition topic without the application id; it must not change
     */
    public static <T> KStream<String, T> repartition(KStream<String, T> stream, String topic, Serde<T> serde) {
        return stream.repartition(
                Repartitioned.<String, T>as(topic).withKeySerde(Serdes.String()).withValueSerde(serde));
    }

    /** Merges the streams of several processors; the last merge node has the given name. */
    public static <T> KStream<String, T> merge(String name, List<KStream<String, T>> streams) {
        var merged = streams.get(0);
        for (var i = 1; i < streams.size(); i++) {
            var isLast = i == streams.size() - 1;
            merged = merged.merge(streams.get(i), Named.as(isLast ? name : name + "-" + i));
        }
        return merged;
    }

    @SuppressWarnings("NullAway")
    private static Serde<PublicEvent> publicEvents() {
        return new BinarySerde<>(PublicEvent::json, json -> {
            throw new UnsupportedOperationException("Public events are only written");
        });
    }

    private static final class TopicOfEvent implements TopicNameExtractor<String, PublicEvent> {

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
