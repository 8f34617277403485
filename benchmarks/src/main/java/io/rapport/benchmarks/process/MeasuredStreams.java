package io.rapport.benchmarks.process;

import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import io.rapport.scoring.topology.ScoringTopology;
import io.rapport.scoring.topology.idle.IdleAwareStreams;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** The measured streams, both with the settings of scoring. */
public final class MeasuredStreams {

    /** The output topic of the pass-through. */
    public static final String COPY = "benchmark.copy";

    private static final String DEAD_LETTERS = "rapport.scoring.dead-letter.v1";

    private MeasuredStreams() {}

    /** The stream of scoring, without the service. */
    public static KafkaStreams scoring(String bootstrap, Path folder) {
        var settings =
                ScoringStreamsSettings.complete(baseSettings(bootstrap, folder), DEAD_LETTERS, ScoringCounters.NONE);
        return new IdleAwareStreams(
                new ScoringTopology(ScoringCounters.NONE, new SuppressionHashes(null)).build(settings), settings);
    }

    /** Reads and writes each engagement, with the same serdes and settings, without processing. */
    public static KafkaStreams passThrough(String bootstrap, Path folder) {
        var settings = ScoringStreamsSettings.complete(
                        baseSettings(bootstrap, folder), DEAD_LETTERS, ScoringCounters.NONE)
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

    private static Map<String, Object> baseSettings(String bootstrap, Path folder) {
        var settings = new HashMap<String, Object>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        return settings;
    }
}
