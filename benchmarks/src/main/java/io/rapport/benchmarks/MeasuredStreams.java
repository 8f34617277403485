package io.rapport.benchmarks;

import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import io.rapport.scoring.topology.ScoringTopology;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** The streams under measurement, both with the settings scoring runs with. */
final class MeasuredStreams {

    /** Where the pass-through writes. */
    static final String COPY = "benchmark.copy";

    private static final String DEAD_LETTERS = "rapport.scoring.dead-letter.v1";

    private MeasuredStreams() {}

    /** Scoring, without the service around it. */
    static KafkaStreams scoring(String bootstrap, Path folder) {
        var settings = ScoringStreamsSettings.complete(given(bootstrap, folder), DEAD_LETTERS, ScoringCounters.NONE);
        return new KafkaStreams(
                new ScoringTopology(ScoringCounters.NONE, new SuppressionHashes(null)).build(settings), settings);
    }

    /** Reads each engagement and writes it again: with the same serdes and settings, and nothing in between. */
    static KafkaStreams passThrough(String bootstrap, Path folder) {
        var settings = ScoringStreamsSettings.complete(given(bootstrap, folder), DEAD_LETTERS, ScoringCounters.NONE)
                .originals();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "benchmark-pass-through");
        var engagements = new JsonSerde<>(EngagementReceived.class);
        var builder = new StreamsBuilder();
        builder.stream(
                        Topic.ENGAGEMENT_RECEIVED.name(),
                        Consumed.with(Serdes.String(), engagements).withName("received"))
                .to(COPY, Produced.with(Serdes.String(), engagements).withName("copied"));
        return new KafkaStreams(builder.build(), new StreamsConfig(settings));
    }

    private static Map<String, Object> given(String bootstrap, Path folder) {
        var given = new HashMap<String, Object>();
        given.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        given.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        given.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        given.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        return given;
    }
}
