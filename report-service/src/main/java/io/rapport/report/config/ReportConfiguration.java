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
import io.rapport.report.domain.store.ProjectionEraser;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.projection.ErasureFilter;
import io.rapport.report.projection.CorrectionPublisher;
import io.rapport.report.projection.ReportProjectionRunner;
import io.rapport.report.projection.ProjectionProgress;
import io.rapport.report.projection.ReportProjections;
import io.rapport.report.store.MongoReportStore;
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
    ReportStoreConfiguration.class,
    ReportWebConfiguration.class
})
public class ReportConfiguration {

    @Bean
    ProjectionProgress projectionsHealthIndicator(MeterRegistry meters) {
        return new ProjectionProgress(meters);
    }

    @Bean(destroyMethod = "")
    ReportProjectionRunner.ProjectionClients followedKafka(
            TopicTable<PersonErased> erasedTable,
            ListenerContainerFactory listeners,
            MessagingConfiguration.KafkaSettings settings) {
        return new ReportProjectionRunner.ProjectionClients(erasedTable.caughtUp(), listeners, Admin.create(settings.client()));
    }

    @Bean
    ReportProjectionRunner.ProjectionTarget followedTarget(MongoReportStore store, SuppressionHashes suppressions, ErasureReportPublisher reports) {
        var barrier = new ErasureFilter(new ProjectionEraser(store, suppressions), reports);
        return new ReportProjectionRunner.ProjectionTarget(new ReportProjections(store, barrier), () -> prepare(store));
    }

    @Bean
    ReportProjectionRunner follower(ReportProjectionRunner.ProjectionClients kafka, ReportProjectionRunner.ProjectionTarget target, ProjectionProgress progress, MeterRegistry meters) {
        return new ReportProjectionRunner(kafka, target, progress, meters);
    }

    @Bean
    CorrectionPublisher correctionPublisher(MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return new CorrectionPublisher(store.outbox(), publisher, topics.created());
    }

    @Bean
    SentimentService sentiments(MongoReportStore store, ProjectionProgress progress, CorrectionPublisher publisher) {
        return new SentimentService(store, new SentimentService.CorrectionPublication(progress::isCaughtUp, publisher::publish));
    }

    private static String prepare(MongoReportStore store) {
        store.createIndexes();
        return store.generation(UUID.randomUUID().toString());
    }
}
