package io.rapport.report.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.Listeners;
import io.rapport.messaging.Messaging;
import io.rapport.messaging.TopicCreator;
import io.rapport.report.domain.Sentiments;
import io.rapport.report.kafka.CorrectionPublisher;
import io.rapport.report.kafka.Follower;
import io.rapport.report.kafka.Progress;
import io.rapport.report.kafka.Projections;
import io.rapport.report.mongo.MongoStore;
import io.rapport.report.web.ReportEdge;
import io.rapport.web.EdgeTables;
import io.rapport.web.WebEdge;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The whole service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Messaging.class, WebEdge.class, EdgeTables.class, StoreConfiguration.class, ReportEdge.class})
public class ReportConfiguration {

    @Bean
    Progress projectionsHealthIndicator(MeterRegistry meters) {
        return new Progress(meters);
    }

    @Bean(destroyMethod = "")
    Follower.Kafka followedKafka(TopicCreator topics, Listeners listeners, Messaging.KafkaSettings settings) {
        return new Follower.Kafka(topics, listeners, Admin.create(settings.client()));
    }

    @Bean
    Follower follower(Follower.Kafka kafka, MongoStore store, Progress progress, MeterRegistry meters) {
        return new Follower(kafka, new Follower.Target(new Projections(store), () -> prepare(store)), progress, meters);
    }

    @Bean
    CorrectionPublisher correctionPublisher(MongoStore store, EventPublisher publisher, TopicCreator topics) {
        return new CorrectionPublisher(store.outbox(), publisher, topics.created());
    }

    @Bean
    Sentiments sentiments(MongoStore store, Progress progress, CorrectionPublisher publisher) {
        return new Sentiments(store, new Sentiments.Telling(progress::caughtUp, publisher::publish));
    }

    private static String prepare(MongoStore store) {
        store.createIndexes();
        return store.generation(UUID.randomUUID().toString());
    }
}
