package io.rapport.scoring.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.messaging.config.ErasureTableConfiguration;
import io.rapport.messaging.config.MessagingConfiguration;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.messaging.topic.TopicsProperties;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.domain.model.ModelRepository;
import io.rapport.scoring.domain.preview.PreviewRegistry;
import io.rapport.scoring.kafka.TopicModelRepository;
import io.rapport.scoring.metrics.MicrometerScoringCounters;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import io.rapport.scoring.topology.ScoringTopology;
import io.rapport.scoring.topology.idle.IdleAwareStreams;
import io.rapport.scoring.web.ModelController;
import io.rapport.scoring.web.PreviewController;
import io.rapport.web.brand.BrandListener;
import io.rapport.web.config.TopicTablesConfiguration;
import io.rapport.web.config.WebConfiguration;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
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
    PreviewController.class,
    DayQueryConfiguration.class
})
/** Spring configuration of the scoring service. */
public class ScoringConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TopicModelRepository modelRepository(TopicReaderFactory readers, TopicCreator topics, EventPublisher publisher) {
        return new TopicModelRepository(readers, topics.created(), publisher);
    }

    @Bean
    HealthIndicator modelsHealthIndicator(TopicModelRepository repository) {
        return () -> (repository.isReady() ? Health.up() : Health.outOfService()).build();
    }

    @Bean
    ModelRegistry modelRegistry(ModelRepository repository) {
        return new ModelRegistry(repository);
    }

    @Bean
    PreviewRegistry previewRegistry(ModelRepository repository, ModelRegistry models) {
        return new PreviewRegistry(repository, models);
    }

    @Bean
    MicrometerScoringCounters scoringCounters(MeterRegistry meters) {
        return new MicrometerScoringCounters(meters);
    }

    /** The counters of a brand exist from its registration on, so that the first engagement is an increase. */
    @Bean
    BrandListener brandCounters(MicrometerScoringCounters counters) {
        return brand -> counters.addBrand(brand.brandKey().key());
    }

    @Bean
    StreamsConfig streamsConfig(
            MessagingConfiguration.KafkaSettings kafka,
            KafkaProperties properties,
            StreamsProperties streams,
            TopicsProperties topics,
            ScoringCounters counters,
            @Value("${rapport.instance:}") String instance) {
        var settings = new HashMap<String, Object>(properties.getStreams().getProperties());
        settings.putAll(clientSettings(kafka.client(), streams));
        if (!instance.isEmpty()) {
            // A static member, of which Kafka Streams makes one for each thread.
            settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        }
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replication());
        return ScoringStreamsSettings.complete(settings, DeadLetterQueue.topicOf("scoring"), counters);
    }

    @Bean
    Topology topology(
            StreamsConfig settings, ScoringCounters counters, SuppressionHashes suppressions, MeterRegistry meters) {
        var topology = new ScoringTopology(counters, suppressions).build(settings);
        DeadLetterCounters.register(topology, meters);
        return topology;
    }

    @Bean
    TopologyRunner streamHealthIndicator(
            Topology topology,
            TopicTable<PersonErased> erasedTable,
            StreamsConfig settings,
            InstanceAddress address,
            MeterRegistry meters) {
        return new TopologyRunner(
                erasedTable.caughtUp(), () -> new IdleAwareStreams(topology, withAddress(settings, address)), meters);
    }

    private static StreamsConfig withAddress(StreamsConfig settings, InstanceAddress address) {
        var complete = new HashMap<>(settings.originals());
        var instance = address.hostInfo();
        complete.put(StreamsConfig.APPLICATION_SERVER_CONFIG, instance.host() + ":" + instance.port());
        return new StreamsConfig(complete);
    }

    @Bean
    StreamWatchdog stallHealthIndicator(
            TopologyRunner runner, MessagingConfiguration.KafkaSettings kafka, Clock clock, MeterRegistry meters) {
        var topics = ScoringTopology.sources().stream().map(Topic::name).toList();
        return new StreamWatchdog(
                runner,
                () -> new GroupOffsets(Admin.create(kafka.client()), ScoringStreamsSettings.APPLICATION, topics),
                StreamWatchdog.Limits.DEFAULT,
                clock,
                meters);
    }

    private static Map<String, Object> clientSettings(Map<String, Object> client, StreamsProperties streams) {
        var settings = new HashMap<>(client);
        settings.remove(StreamsConfig.CLIENT_ID_CONFIG);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, streams.stateDir().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbys());
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                streams.commitInterval().toMillis());
        return settings;
    }
}
