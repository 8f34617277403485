package io.rapport.identity.config;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.link.IdentityMetrics;
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.kafka.IdentityEventHandler;
import io.rapport.identity.kafka.PeerUpdateConsumer;
import io.rapport.identity.kafka.KnownHandleCache;
import io.rapport.identity.kafka.EngagementLag;
import io.rapport.identity.kafka.KafkaIdentityEventPublisher;
import io.rapport.identity.mongo.IdentityDatabase;
import io.rapport.identity.web.decision.DecisionController;
import io.rapport.identity.web.erasure.PersonErasureController;
import io.rapport.identity.web.IdentityPagesConfiguration;
import io.rapport.identity.web.brand.MatchRunController;
import io.rapport.identity.web.StateLoadedInterceptor;
import io.rapport.identity.web.person.PersonIdentityController;
import io.rapport.identity.web.brand.MatchingPolicyController;
import io.rapport.identity.web.review.ReviewController;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.messaging.DeadLetterQueue;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.ListenerContainerFactory;
import io.rapport.messaging.MessagingConfiguration;
import io.rapport.messaging.MessagingConfiguration.KafkaSettings;
import io.rapport.messaging.TopicCreator;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.config.TopicTablesConfiguration;
import io.rapport.web.config.WebConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** The whole service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(IdentityProperties.class)
@Import({
    MessagingConfiguration.class,
    WebConfiguration.class,
    TopicTablesConfiguration.class,
    PersonIdentityController.class,
    DecisionController.class,
    ReviewController.class,
    MatchingPolicyController.class,
    MatchRunController.class,
    PersonErasureController.class,
    IdentityPagesConfiguration.class
})
public class IdentityConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    IdentityDatabase identityDatabase(MongoClient client, IdentityProperties properties) {
        return new IdentityDatabase(client.getDatabase(properties.database()));
    }

    @Bean
    Identity identity(IdentityDatabase database, IdentityEventPublisher announcer, IdentityMetrics meters, SuppressionHashes hashes) {
        return new Identity(database.stores(), announcer, meters, hashes);
    }

    @Bean
    IdentityEventPublisher announcer(EventPublisher publisher, Clock clock) {
        return new KafkaIdentityEventPublisher(publisher, clock);
    }

    @Bean
    IdentityMetrics identityMeters(MeterRegistry meters) {
        return new MicrometerIdentityMetrics(meters);
    }

    /** For its hashes only: who was erased is asked of the store. */
    @Bean
    SuppressionHashes suppressions(@Value("${rapport.hash-key:}") String secret) {
        return new SuppressionHashes(secret);
    }

    @Bean
    PersonErasureService erasing(Identity identity) {
        return identity.erasing();
    }

    /** Who may see what was erased is who may erase. */
    @Bean
    AccessRules accessTable() {
        return AccessRules.standard()
                .open("/assets/**")
                .require(HttpMethod.GET, "/v1/agencies/{agency}/brands/{brand}/erasures/{id}", Scope.ADMIN)
                .require(HttpMethod.GET, "/agencies/{agency}/brands/{brand}/erasures/{id}", Scope.ADMIN);
    }

    @Bean
    DecisionService decisions(Identity identity) {
        return identity.decisions();
    }

    @Bean
    FamilyDirectory directory(Identity identity) {
        return identity.directory();
    }

    @Bean
    PersonSearch personSearch(IdentityDatabase database) {
        return database.search();
    }

    @Bean
    KnownHandleCache knownHandles(IdentityProperties properties, MeterRegistry meters) {
        return new KnownHandleCache(properties.knownHandles(), meters);
    }

    @Bean
    IdentityReadinessIndicator graphHealthIndicator(
            KafkaSettings settings, IdentityDatabase database, IdentityProperties properties, MeterRegistry meters) {
        var lag = new EngagementLag(settings.client());
        return new IdentityReadinessIndicator(lag, database.stores(), properties.recoverEvery(), meters);
    }

    @Bean
    IdentityStoreHealthIndicator storeHealthIndicator(IdentityDatabase database) {
        return new IdentityStoreHealthIndicator(database);
    }

    @Bean
    StateLoadedInterceptor opening(IdentityReadinessIndicator progress) {
        return new StateLoadedInterceptor(progress::isReady);
    }

    @Bean
    IdentityBackgroundTasks.Kafka backgroundKafka(
            TopicCreator topics,
            ListenerContainerFactory listeners,
            PeerUpdateConsumer hearing,
            DeadLetterQueue deadLetters,
            KafkaSettings settings) {
        return new IdentityBackgroundTasks.Kafka(topics, listeners, hearing, deadLetters, settings);
    }

    @Bean
    IdentityEventHandler handlers(Identity identity, KnownHandleCache known, Clock clock) {
        return new IdentityEventHandler(identity, known, clock);
    }

    @Bean
    PeerUpdateConsumer hearing(KafkaSettings settings, DeadLetterQueue deadLetters, Clock clock) {
        return new PeerUpdateConsumer(settings.client(), deadLetters, clock);
    }

    @Bean
    MatchRunExecutor matchmaker(Identity identity, Clock clock) {
        return new MatchRunExecutor(identity.rematch(), clock);
    }

    @Bean
    ReviewQueue reviews(Identity identity) {
        return identity.reviews();
    }

    @Bean
    InferredLinkQuery inference(Identity identity) {
        return identity.inference();
    }

    @Bean
    MatchingPolicyService policies(Identity identity) {
        return identity.policies();
    }

    @Bean
    DecisionAttribution saying(Identity identity, Clock clock) {
        return new DecisionAttribution(clock, identity::rematch);
    }

    @Bean
    IdentityBackgroundTasks.Watch backgroundWatch(
            IdentityEventHandler handlers, KnownHandleCache known, IdentityReadinessIndicator progress, MatchRunExecutor matchmaker, Clock clock) {
        return new IdentityBackgroundTasks.Watch(handlers, known, progress, matchmaker, clock);
    }

    @Bean(initMethod = "start")
    IdentityBackgroundTasks background(
            IdentityBackgroundTasks.Kafka kafka, IdentityDatabase database, Identity identity, IdentityBackgroundTasks.Watch watch) {
        return new IdentityBackgroundTasks(kafka, database, identity, watch);
    }
}
