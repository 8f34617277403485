package io.rapport.ingest.config;

import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.clientlist.ClientDigestRestorer;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.ingest.domain.suppression.IntakeErasureProcessor;
import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.kafka.ClientListTopicLoader;
import io.rapport.ingest.kafka.DeliveryRejectionProjector;
import io.rapport.ingest.kafka.RejectionProjection;
import io.rapport.ingest.mongo.MongoDeliveredRecordRepository;
import io.rapport.ingest.mongo.MongoRejectionRepository;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.ErasureReportPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.mongo.StoreMetadata;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configuration of the background tasks: restoration of a lost store, the rejection projection and the outbox. */
@Configuration(proxyBeanMethods = false)
class IngestBackgroundConfiguration {

    @Bean
    RejectionProjection rejectionProjection(
            ProjectionRunner runner,
            MongoRejectionRepository rejections,
            ClientDigestRepository clients,
            SuppressionHashes suppressions,
            ErasureReportPublisher reports,
            DeliveryRejectionProjector deliveries) {
        var erasures = new IntakeErasureProcessor(rejections, clients, suppressions);
        return new RejectionProjection(runner, rejections, erasures, reports, deliveries);
    }

    @Bean
    ClientListTopicLoader clientListTopicLoader(TopicReaderFactory readers) {
        return new ClientListTopicLoader(readers);
    }

    /** Restores the digests of published clients, unless the store has them. */
    @Bean
    Runnable clientDigestRestoration(
            ClientListTopicLoader loader, ClientDigestRepository clients, StoreMetadata store) {
        var restorer = new ClientDigestRestorer(clients);
        return () -> {
            if (!store.isFilled(IngestMongoConfiguration.CLIENTS)) {
                loader.load(restorer, () -> store.isFilled(IngestMongoConfiguration.CLIENTS));
                store.markFilled(IngestMongoConfiguration.CLIENTS);
            }
        };
    }

    @Bean
    ConnectionUpkeep connectionUpkeep(
            ConnectionProgressService progress,
            DeliveryRejectionRepository rejections,
            MongoDeliveredRecordRepository records,
            Clock clock) {
        return new ConnectionUpkeep(progress, rejections, records, clock);
    }

    @Bean
    IngestBackgroundTasks backgroundTasks(
            Runnable clientDigestRestoration,
            StoreMetadata store,
            RejectionProjection projection,
            List<AdminDecisionOutboxPublisher<?>> publishers,
            List<TopicTable<?>> tables,
            ConnectionUpkeep connectionUpkeep) {
        var tasks = new IngestBackgroundTasks(clientDigestRestoration, store, projection, publishers, connectionUpkeep);
        tasks.startAfter(CompletableFuture.allOf(
                tables.stream().map(TopicTable::caughtUp).toArray(CompletableFuture[]::new)));
        return tasks;
    }
}
