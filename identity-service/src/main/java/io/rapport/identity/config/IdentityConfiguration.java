package io.rapport.identity.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.identity.ContactHashes;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.link.IdentityMetrics;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.similarity.BrandRematch;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.kafka.IdentityProjections;
import io.rapport.identity.kafka.KafkaIdentityEventPublisher;
import io.rapport.identity.kafka.KafkaIntakeBarrier;
import io.rapport.identity.kafka.KnownHandleCache;
import io.rapport.identity.kafka.PeerUpdateConsumer;
import io.rapport.identity.kafka.StoreTopicLoader;
import io.rapport.identity.web.IdentityPagesConfiguration;
import io.rapport.identity.web.StateLoadedInterceptor;
import io.rapport.identity.web.brand.MatchRunController;
import io.rapport.identity.web.brand.MatchingPolicyController;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionController;
import io.rapport.identity.web.erasure.PersonErasureController;
import io.rapport.identity.web.person.PersonIdentityController;
import io.rapport.identity.web.review.ReviewController;
import io.rapport.identity.web.withdrawal.BlockedContactController;
import io.rapport.identity.web.withdrawal.BulkUndoController;
import io.rapport.messaging.config.MessagingConfiguration;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.mongo.StoreMetadata;
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

/** The Spring Boot configuration of the identity service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(IdentityProperties.class)
@Import({
    MessagingConfiguration.class,
    IdentityDomainConfiguration.class,
    IdentityStoreConfiguration.class,
    IdentityStartup.class,
    IdentityBackgroundTasks.class,
    IdentityGauges.class,
    IdentityProjections.class,
    StoreTopicLoader.class,
    PeerUpdateConsumer.class,
    WebConfiguration.class,
    TopicTablesConfiguration.class,
    PersonIdentityController.class,
    DecisionController.class,
    ReviewController.class,
    MatchingPolicyController.class,
    BlockedContactController.class,
    BulkUndoController.class,
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
    IdentityEventPublisher identityEventPublisher(EventPublisher publisher, Clock clock) {
        return new KafkaIdentityEventPublisher(publisher, clock);
    }

    @Bean
    IdentityMetrics identityMetrics(MeterRegistry meters) {
        return new MicrometerIdentityMetrics(meters);
    }

    /** Computes hashes only; whether one is suppressed is looked up in the store. */
    @Bean
    SuppressionHashes suppressionHashes(@Value("${rapport.hash-key:}") String secret) {
        return new SuppressionHashes(secret);
    }

    @Bean
    ContactHashes contactHashes(@Value("${rapport.email-hash-key:}") String secret) {
        return new ContactHashes(secret);
    }

    /** Erasure receipts require the same scope as erasing does. */
    @Bean
    AccessRules accessTable() {
        return AccessRules.standard()
                .open("/assets/**")
                .require(HttpMethod.GET, "/v1/agencies/{agency}/brands/{brand}/erasures/**", Scope.ADMIN)
                .require(HttpMethod.GET, "/agencies/{agency}/brands/{brand}/erasures/**", Scope.ADMIN);
    }

    @Bean
    KnownHandleCache knownHandleCache(IdentityProperties properties, MeterRegistry meters) {
        return new KnownHandleCache(properties.knownHandles(), meters);
    }

    /** The bean's name is the name of the health component. */
    @Bean
    IdentityReadinessIndicator graphHealthIndicator() {
        return new IdentityReadinessIndicator();
    }

    @Bean
    StateLoadedInterceptor stateLoadedInterceptor(IdentityReadinessIndicator readiness) {
        return new StateLoadedInterceptor(readiness::isReady);
    }

    @Bean
    MatchRunExecutor matchRunExecutor(
            BrandRematch rematch, MessagingConfiguration.KafkaSettings kafka, StoreMetadata metadata, Clock clock) {
        var barrier = new KafkaIntakeBarrier(kafka.client(), metadata::getOrCreateGeneration);
        return new MatchRunExecutor(rematch, barrier, clock);
    }

    @Bean
    DecisionAttribution decisionAttribution(FamilyReader families, SimilarityMatcher matcher, Clock clock) {
        return new DecisionAttribution(
                clock, (people, at) -> matcher.rematch(families.find(people).values(), at));
    }
}
