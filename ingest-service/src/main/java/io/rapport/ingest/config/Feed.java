package io.rapport.ingest.config;

import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.Suppressions;
import io.rapport.ingest.kafka.RejectionFeed;
import io.rapport.ingest.kafka.TopicAnnouncer;
import io.rapport.ingest.mongo.Generation;
import io.rapport.ingest.mongo.MongoRejections;
import io.rapport.messaging.ErasureReports;
import io.rapport.messaging.Listeners;
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
            Listeners listeners, MongoRejections rejections, Suppressions suppressions, ErasureReports reports) {
        return new RejectionFeed(listeners, rejections, suppressions, reports);
    }

    @Bean
    CompletableFuture<Void> tablesRead(
            TopicTable<BrandRegistered> brands, TopicTable<TokenIssued> tokens, TopicTable<PersonErased> erased) {
        return CompletableFuture.allOf(brands.caughtUp(), tokens.caughtUp(), erased.caughtUp());
    }

    @Bean
    Supplier<String> store(MongoDatabaseFactory mongo, MongoRejections rejections) {
        return () -> {
            rejections.index();
            return Generation.of(Storage.collection(mongo, "meta"));
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
