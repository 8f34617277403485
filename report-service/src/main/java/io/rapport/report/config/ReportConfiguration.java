package io.rapport.report.config;

import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.messaging.config.ErasureTableConfiguration;
import io.rapport.messaging.config.MessagingConfiguration;
import io.rapport.messaging.projection.ProjectionMetrics;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.ErasureReportPublisher;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.report.domain.conversation.DismissalService;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.store.ProjectionEraser;
import io.rapport.report.projection.DecisionEventPublisher;
import io.rapport.report.projection.DecisionTombstonePublisher;
import io.rapport.report.projection.ErasureFilter;
import io.rapport.report.projection.ProjectionStarter;
import io.rapport.report.projection.ReportMetric;
import io.rapport.report.projection.ReportProjections;
import io.rapport.report.projection.WebhookEnqueuer;
import io.rapport.report.store.MongoReportStore;
import io.rapport.web.config.TopicTablesConfiguration;
import io.rapport.web.config.WebConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The application context of the report service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    MessagingConfiguration.class,
    WebConfiguration.class,
    TopicTablesConfiguration.class,
    ErasureTableConfiguration.class,
    ReportStoreConfiguration.class,
    ReportWebConfiguration.class,
    DecisionConfiguration.class,
    MonthConfiguration.class,
    AssistantConfiguration.class,
    WebhookConfiguration.class,
    MailConfiguration.class
})
public class ReportConfiguration {

    @Bean
    ProjectionMetrics projectionMetrics() {
        return ReportMetric.projectionMetrics();
    }

    @Bean
    HealthIndicator projectionsHealthIndicator(ProjectionRunner runner) {
        return runner::health;
    }

    @Bean
    ReportProjections reportProjections(
            MongoReportStore store, ErasureFilter erasureFilter, WebhookEnqueuer webhookEnqueuer) {
        return new ReportProjections(store, erasureFilter, webhookEnqueuer);
    }

    @Bean
    ErasureFilter erasureFilter(
            MongoReportStore store,
            SuppressionHashes suppressions,
            ErasureReportPublisher reports,
            EventPublisher publisher) {
        var decisions = new DecisionTombstonePublisher(publisher, Clock.systemUTC());
        return new ErasureFilter(new ProjectionEraser(store, suppressions), reports, decisions);
    }

    @Bean
    ProjectionStarter projectionStarter(
            TopicTable<PersonErased> erasedTable,
            MongoReportStore store,
            ReportProjections projections,
            ProjectionRunner runner) {
        return new ProjectionStarter(erasedTable.caughtUp(), store::prepare, projections, runner);
    }

    @Bean
    DecisionEventPublisher<SentimentCorrected> correctionPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofCorrections(store.outbox(), publisher, topics.created());
    }

    @Bean
    SentimentService sentiments(
            MongoReportStore store, ProjectionRunner runner, DecisionEventPublisher<SentimentCorrected> publisher) {
        var corrections = store.corrections();
        return new SentimentService(
                store.engagements(),
                store.judgements(),
                corrections,
                new DecisionRecorder<>(
                        runner::isCaughtUp,
                        each -> corrections.saveNextVersion(each.brandKey(), each),
                        publisher::publish));
    }

    @Bean
    DecisionEventPublisher<ConversationDismissed> dismissalPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofDismissals(store.dismissalOutbox(), publisher, topics.created());
    }

    @Bean
    DismissalService dismissals(
            MongoReportStore store, ProjectionRunner runner, DecisionEventPublisher<ConversationDismissed> publisher) {
        var dismissals = store.dismissals();
        return new DismissalService(
                store.engagements(), dismissals, DecisionConfiguration.recorder(dismissals, runner, publisher));
    }
}
