package io.rapport.ingest.config;

import io.rapport.contracts.identity.Suppressions;
import io.rapport.ingest.domain.ClientStore;
import io.rapport.ingest.domain.Erasing;
import io.rapport.ingest.domain.PublishedClients;
import io.rapport.ingest.kafka.ClientListFill;
import io.rapport.ingest.kafka.RejectionFeed;
import io.rapport.ingest.kafka.TopicAnnouncer;
import io.rapport.ingest.mongo.Filled;
import io.rapport.ingest.mongo.Generation;
import io.rapport.ingest.mongo.MongoRejections;
import io.rapport.messaging.DeadLetters;
import io.rapport.messaging.ErasureReports;
import io.rapport.messaging.Listeners;
import io.rapport.messaging.Messaging;
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
            Listeners listeners, MongoRejections rejections, Erasing erasing, ErasureReports reports) {
        return new RejectionFeed(listeners, rejections, erasing, reports);
    }

    @Bean
    Erasing erasing(MongoRejections rejections, ClientStore clients, Suppressions suppressions) {
        return new Erasing(rejections, clients, suppressions);
    }

    @Bean
    CompletableFuture<Void> tablesRead(List<TopicTable<?>> tables) {
        return CompletableFuture.allOf(tables.stream().map(TopicTable::caughtUp).toArray(CompletableFuture[]::new));
    }

    @Bean
    ClientListFill clientListFill(Messaging.KafkaSettings kafka, DeadLetters deadLetters) {
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
