package io.rapport.ingest.config;

import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.ClientStore;
import io.rapport.ingest.domain.Erasing;
import io.rapport.ingest.domain.PublishedClients;
import io.rapport.ingest.kafka.ClientListFill;
import io.rapport.ingest.kafka.RejectionFeed;
import io.rapport.ingest.kafka.TopicAnnouncer;
import io.rapport.ingest.mongo.Filled;
import io.rapport.ingest.mongo.Generation;
import io.rapport.ingest.mongo.MongoRejections;
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
class Feed {

    @Bean
    RejectionFeed rejectionFeed(
            ListenerContainerFactory listeners,
            MongoRejections rejections,
            Erasing erasing,
            ErasureReportPublisher reports) {
        return new RejectionFeed(listeners, rejections, erasing, reports);
    }

    @Bean
    Erasing erasing(MongoRejections rejections, ClientStore clients, SuppressionHashes suppressions) {
        return new Erasing(rejections, clients, suppressions);
    }

    @Bean
    CompletableFuture<Void> tablesRead(List<TopicTable<?>> tables) {
        return CompletableFuture.allOf(tables.stream().map(TopicTable::caughtUp).toArray(CompletableFuture[]::new));
    }

    @Bean
    ClientListFill clientListFill(MessagingConfiguration.KafkaSettings kafka, DeadLetterQueue deadLetters) {
        return new ClientListFill(kafka.client(), deadLetters);
    }

    @Bean
    Supplier<String> store(MongoDatabaseFactory mongo, Runnable clientsFill) {
        return () -> {
            clientsFill.run();
            return Generation.of(Storage.collection(mongo, "meta"));
        };
    }

    /** Fills the store with the clients that were listed before, unless it has them. */
    @Bean
    Runnable clientsFill(ClientListFill fill, ClientStore clients, Filled clientsFilled) {
        return () -> {
            if (!clientsFilled.is()) {
                fill.fill(new PublishedClients(clients), clientsFilled::is);
                clientsFilled.note();
            }
        };
    }

    @Bean
    Background background(
            List<TopicAnnouncer<?>> announcers,
            RejectionFeed feed,
            Supplier<String> store,
            CompletableFuture<Void> tablesRead) {
        return new Background(announcers, feed, store, tablesRead);
    }
}
