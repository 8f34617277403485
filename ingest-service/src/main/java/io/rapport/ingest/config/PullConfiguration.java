package io.rapport.ingest.config;

import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionDirectory;
import io.rapport.ingest.domain.connection.ConnectionLeaseRepository;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.ConnectionSecrets;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.mongo.MongoConnectionLeaseRepository;
import io.rapport.ingest.mongo.MongoDeliveredRecordRepository;
import io.rapport.ingest.pull.PageFetcher;
import io.rapport.ingest.pull.PullProperties;
import io.rapport.ingest.pull.PullScheduler;
import io.rapport.ingest.pull.PullTurn;
import io.rapport.ingest.pull.TokenRenewer;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.web.outbound.AddressGuard;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configuration of pulling. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PullProperties.class)
class PullConfiguration {

    @Bean
    ConnectionLeaseRepository connectionLeases(MongoTemplate mongo) {
        return new MongoConnectionLeaseRepository(mongo.getCollection("connectionLeases"));
    }

    @Bean
    MongoDeliveredRecordRepository deliveredRecords(MongoTemplate mongo, Clock clock) {
        return new MongoDeliveredRecordRepository(mongo.getCollection("deliveredRecords"), clock);
    }

    @Bean
    GuardedHttpFetcher httpFetcher(PullProperties settings, Clock clock) {
        return new GuardedHttpFetcher(
                new AddressGuard(InetAddress::getAllByName, settings.allowLoopback()),
                settings.deadline(),
                Math.toIntExact(settings.maxResponse().toBytes()),
                clock);
    }

    @Bean
    PageFetcher pageFetcher(
            ConnectionSecrets secrets, ConnectionService connections, GuardedHttpFetcher http, Clock clock) {
        return new PageFetcher(secrets, new TokenRenewer(connections, secrets, http, clock), http);
    }

    /** The name of the instance is random: a process that was killed and one that replaces it are two. */
    @Bean
    PullTurn pullTurn(
            PageFetcher pages,
            DeliveryProcessor processor,
            ConnectionProgressService progress,
            ConnectionLeaseRepository leases,
            PullProperties settings,
            Clock clock) {
        var instance = UUID.randomUUID().toString();
        return new PullTurn(pages, processor, progress, leases, instance, settings.lease(), clock);
    }

    /** Starts when connections, brands and progress are read. */
    @Bean
    PullScheduler pullScheduler(
            ConnectionDirectory connections,
            SourceCatalogue sources,
            ConnectionProgressService progress,
            PullTurn turn,
            PullProperties settings,
            Clock clock,
            List<TopicTable<?>> tables) {
        var scheduler = new PullScheduler(connections, sources, progress, turn, settings, clock);
        CompletableFuture.allOf(tables.stream().map(TopicTable::caughtUp).toArray(CompletableFuture[]::new))
                .thenRun(scheduler::start);
        return scheduler;
    }
}
