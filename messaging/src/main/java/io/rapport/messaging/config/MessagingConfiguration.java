package io.rapport.messaging.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.consume.TopicOrigins;
import io.rapport.messaging.projection.ProjectionConsumerFactory;
import io.rapport.messaging.projection.ProjectionMetrics;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TableReader;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.messaging.topic.TopicsProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a service imports to use Kafka. {@code spring.application.name} is the service's name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicsProperties.class)
public class MessagingConfiguration {

    private final Map<String, Object> settings;
    private final String service;
    private final String instance;
    private final KafkaProperties.Consumer consumer;

    MessagingConfiguration(
            KafkaProperties kafka,
            @Value("${spring.application.name}") String service,
            @Value("${rapport.instance:}") String instance) {
        NativeCompression.load();
        this.instance = instance;
        this.consumer = kafka.getConsumer();
        this.settings = new HashMap<>(kafka.getProperties());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.getBootstrapServers());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service);
        this.service = service;
    }

    @Bean
    TopicCreator topicCreator(TopicsProperties topics) {
        return new TopicCreator(settings, topics, List.of(DeadLetterQueue.topicOf(service)));
    }

    @Bean
    EventPublisher eventPublisher() {
        return new EventPublisher(settings);
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> deadLetterProducer() {
        var complete = new HashMap<>(settings);
        complete.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, EventPublisher.MAX_REQUEST);
        complete.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-dead-letters");
        return new KafkaProducer<>(complete, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    DeadLetterQueue deadLetters(Producer<byte[], byte[]> deadLetterProducer, MeterRegistry meters) {
        var topic = DeadLetterQueue.topicOf(service);
        return new DeadLetterQueue(deadLetterProducer, topic, meters, TopicOrigins.of(settings, topic));
    }

    @Bean
    ProjectionConsumerFactory projectionConsumers(DeadLetterQueue deadLetters) {
        return new ProjectionConsumerFactory(projectionSettings(), deadLetters, instance);
    }

    /** The base settings, and how Spring's settings of consumers limit fetches. */
    Map<String, Object> projectionSettings() {
        var complete = new HashMap<>(settings);
        var maxWait = consumer.getFetchMaxWait();
        if (maxWait != null) {
            complete.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) maxWait.toMillis());
        }
        var minSize = consumer.getFetchMinSize();
        if (minSize != null) {
            complete.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, (int) minSize.toBytes());
        }
        return complete;
    }

    @Bean
    TopicReaderFactory topicReaders(DeadLetterQueue deadLetters) {
        return new TopicReaderFactory(settings, deadLetters);
    }

    @Bean
    TableReader tableReader(TopicReaderFactory topicReaders) {
        return topicReaders.tables();
    }

    @Bean
    ProjectionRunner projectionRunner(
            ProjectionConsumerFactory projectionConsumers,
            MeterRegistry meters,
            ObjectProvider<ProjectionMetrics> metrics) {
        return new ProjectionRunner(projectionConsumers, settings, meters, metrics.getIfAvailable());
    }

    @Bean
    BrokerHealthIndicator kafkaHealthIndicator() {
        return new BrokerHealthIndicator(settings);
    }

    /** The base settings for Kafka clients that the service creates itself. */
    @Bean
    KafkaSettings kafkaSettings() {
        return new KafkaSettings(Map.copyOf(settings));
    }

    /** The base settings of every Kafka client of this service: brokers, security, client id. */
    public record KafkaSettings(Map<String, Object> client) {}
}
