package io.rapport.report.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.messaging.ErasureReportPublisher;
import io.rapport.messaging.ErasureTableConfiguration;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.ListenerContainerFactory;
import io.rapport.messaging.MessagingConfiguration;
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
import io.rapport.web.config.TopicTablesConfiguration;
import io.rapport.web.config.WebConfiguration;
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
    MessagingConfiguration.class,
    WebConfiguration.class,
    TopicTablesConfiguration.class,
    ErasureTableConfiguration.class,
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
            TopicTable<PersonErased> erasedTable,
            ListenerContainerFactory listeners,
            MessagingConfiguration.KafkaSettings settings) {
        return new Follower.Kafka(erasedTable.caughtUp(), listeners, Admin.create(settings.client()));
    }

    @Bean
    Follower.Target followedTarget(MongoStore store, SuppressionHashes suppressions, ErasureReportPublisher reports) {
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
