package io.rapport.ingest.config;

import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.clientlist.ClientDigestRestorer;
import io.rapport.ingest.domain.suppression.IntakeErasureProcessor;
import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.kafka.ClientListTopicLoader;
import io.rapport.ingest.kafka.RejectionProjection;
import io.rapport.ingest.mongo.IngestStoreGeneration;
import io.rapport.ingest.mongo.MongoRejectionRepository;
import io.rapport.ingest.mongo.RestoreMarker;
import io.rapport.messaging.DeadLetterQueue;
import io.rapport.messaging.ErasureReportPublisher;
import io.rapport.messaging.ListenerContainerFactory;
import io.rapport.messaging.MessagingConfiguration;
import io.rapport.messaging.TopicTable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What goes on in the background. */
@Configuration(proxyBeanMethods = false)
class IngestBackgroundConfiguration {

    @Bean
    RejectionProjection rejectionFeed(
            ListenerContainerFactory listeners,
            MongoRejectionRepository rejections,
            IntakeErasureProcessor erasing,
            ErasureReportPublisher reports) {
        return new RejectionProjection(listeners, rejections, erasing, reports);
    }

    @Bean
    IntakeErasureProcessor erasing(
            MongoRejectionRepository rejections, ClientDigestRepository clients, SuppressionHashes suppressions) {
        return new IntakeErasureProcessor(rejections, clients, suppressions);
    }

    @Bean
    CompletableFuture<Void> tablesRead(List<TopicTable<?>> tables) {
        return CompletableFuture.allOf(tables.stream().map(TopicTable::caughtUp).toArray(CompletableFuture[]::new));
    }

    @Bean
    ClientListTopicLoader clientListFill(MessagingConfiguration.KafkaSettings kafka, DeadLetterQueue deadLetters) {
        return new ClientListTopicLoader(kafka.client(), deadLetters);
    }

    @Bean
    Supplier<String> store(MongoDatabaseFactory mongo, Runnable clientsFill) {
        return () -> {
            clientsFill.run();
            return IngestStoreGeneration.of(IngestMongoConfiguration.collection(mongo, "meta"));
        };
    }

    /** Fills the store with the clients that were listed before, unless it has them. */
    @Bean
    Runnable clientsFill(ClientListTopicLoader fill, ClientDigestRepository clients, RestoreMarker clientsFilled) {
        return () -> {
            if (!clientsFilled.isRestored()) {
                fill.load(new ClientDigestRestorer(clients), clientsFilled::isRestored);
                clientsFilled.markRestored();
            }
        };
    }

    @Bean
    IngestBackgroundTasks background(
            List<AdminDecisionOutboxPublisher<?>> announcers,
            RejectionProjection feed,
            Supplier<String> store,
            CompletableFuture<Void> tablesRead) {
        return new IngestBackgroundTasks(announcers, feed, store, tablesRead);
    }
}
