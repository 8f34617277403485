package io.rapport.report.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.Suppressions;
import io.rapport.messaging.ErasureReports;
import io.rapport.messaging.ErasureTable;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.Listeners;
import io.rapport.messaging.Messaging;
import io.rapport.messaging.TopicCreator;
import io.rapport.messaging.TopicTable;
import io.rapport.report.domain.Erasing;
import io.rapport.report.domain.Sentiments;
import io.rapport.report.kafka.Barrier;
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
@Import({
    Messaging.class,
    WebEdge.class,
    EdgeTables.class,
    ErasureTable.class,
    StoreConfiguration.class,
    ReportEdge.class
})
public class ReportConfiguration {

    @Bean
    Progress projectionsHealthIndicator(MeterRegistry meters) {
        return new Progress(meters);
    }

    @Bean(destroyMethod = "")
    Follower.Kafka followedKafka(
            TopicTable<PersonErased> erasedTable, Listeners listeners, Messaging.KafkaSettings settings) {
        return new Follower.Kafka(erasedTable.caughtUp(), listeners, Admin.create(settings.client()));
    }

    @Bean
    Follower.Target followedTarget(MongoStore store, Suppressions suppressions, ErasureReports reports) {
        var barrier = new Barrier(new Erasing(store, suppressions), reports);
        return new Follower.Target(new Projections(store, barrier), () -> prepare(store));
    }

    @Bean
    Follower follower(Follower.Kafka kafka, Follower.Target target, Progress progress, MeterRegistry meters) {
        return new Follower(kafka, target, progress, meters);
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
