package io.rapport.scoring.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.messaging.DeadLetterQueue;
import io.rapport.messaging.ErasureTableConfiguration;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.MessagingConfiguration;
import io.rapport.messaging.TopicCreator;
import io.rapport.messaging.TopicReaderFactory;
import io.rapport.messaging.TopicTable;
import io.rapport.messaging.TopicsProperties;
import io.rapport.scoring.domain.model.ModelDesk;
import io.rapport.scoring.domain.model.ModelLog;
import io.rapport.scoring.domain.model.PreviewDesk;
import io.rapport.scoring.kafka.TopicModelLog;
import io.rapport.scoring.metrics.MeteredScoring;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.topology.ScoringTopology;
import io.rapport.scoring.topology.StreamsSettings;
import io.rapport.scoring.web.ModelController;
import io.rapport.scoring.web.PreviewController;
import io.rapport.web.config.TopicTablesConfiguration;
import io.rapport.web.config.WebConfiguration;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The whole service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(StreamsProperties.class)
@Import({
    MessagingConfiguration.class,
    WebConfiguration.class,
    TopicTablesConfiguration.class,
    ErasureTableConfiguration.class,
    ModelController.class,
    PreviewController.class
})
public class ScoringConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TopicModelLog modelLog(TopicReaderFactory readers, TopicCreator topics, EventPublisher publisher) {
        return new TopicModelLog(readers, topics.created(), publisher);
    }

    @Bean
    HealthIndicator modelsHealthIndicator(TopicModelLog log) {
        return () -> (log.isRead() ? Health.up() : Health.outOfService()).build();
    }

    @Bean
    ModelDesk modelDesk(ModelLog log) {
        return new ModelDesk(log);
    }

    @Bean
    PreviewDesk previewDesk(ModelLog log, ModelDesk models) {
        return new PreviewDesk(log, models);
    }

    @Bean
    ScoringCounters scoringCounters(MeterRegistry meters) {
        return new MeteredScoring(meters);
    }

    @Bean
    StreamsConfig streamsConfig(
            MessagingConfiguration.KafkaSettings kafka,
            StreamsProperties streams,
            TopicsProperties topics,
            ScoringCounters counters) {
        var given = given(kafka.client(), streams);
        given.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replication());
        return StreamsSettings.complete(given, DeadLetterQueue.topicOf("scoring"), counters);
    }

    @Bean
    Topology topology(StreamsConfig settings, ScoringCounters counters, SuppressionHashes suppressions) {
        return new ScoringTopology(counters, suppressions).declare(settings);
    }

    @Bean
    TopologyRunner streamHealthIndicator(
            Topology topology, TopicTable<PersonErased> erasedTable, StreamsConfig settings, MeterRegistry meters) {
        return new TopologyRunner(erasedTable.caughtUp(), () -> new KafkaStreams(topology, settings), meters);
    }

    private static Map<String, Object> given(Map<String, Object> client, StreamsProperties streams) {
        var given = new HashMap<>(client);
        given.remove(StreamsConfig.CLIENT_ID_CONFIG);
        given.put(StreamsConfig.STATE_DIR_CONFIG, streams.stateDir().toString());
        given.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        given.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbys());
        given.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                streams.commitInterval().toMillis());
        return given;
    }
}
