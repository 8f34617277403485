package io.rapport.identity.config;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.domain.Announcer;
import io.rapport.identity.domain.Decisions;
import io.rapport.identity.domain.Directory;
import io.rapport.identity.domain.Erasing;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.IdentityMeters;
import io.rapport.identity.domain.Inference;
import io.rapport.identity.domain.PersonSearch;
import io.rapport.identity.domain.Policies;
import io.rapport.identity.domain.Reviews;
import io.rapport.identity.kafka.Handlers;
import io.rapport.identity.kafka.Hearing;
import io.rapport.identity.kafka.KnownHandles;
import io.rapport.identity.kafka.Lag;
import io.rapport.identity.kafka.TopicAnnouncer;
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
    Identity identity(IdentityDatabase database, Announcer announcer, IdentityMeters meters, SuppressionHashes hashes) {
        return new Identity(database.stores(), announcer, meters, hashes);
    }

    @Bean
    Announcer announcer(EventPublisher publisher, Clock clock) {
        return new TopicAnnouncer(publisher, clock);
    }

    @Bean
    IdentityMeters identityMeters(MeterRegistry meters) {
        return new MeteredIdentity(meters);
    }

    /** For its hashes only: who was erased is asked of the store. */
    @Bean
    SuppressionHashes suppressions(@Value("${rapport.hash-key:}") String secret) {
        return new SuppressionHashes(secret);
    }

    @Bean
    Erasing erasing(Identity identity) {
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
    Decisions decisions(Identity identity) {
        return identity.decisions();
    }

    @Bean
    Directory directory(Identity identity) {
        return identity.directory();
    }

    @Bean
    PersonSearch personSearch(IdentityDatabase database) {
        return database.search();
    }

    @Bean
    KnownHandles knownHandles(IdentityProperties properties, MeterRegistry meters) {
        return new KnownHandles(properties.knownHandles(), meters);
    }

    @Bean
    Progress graphHealthIndicator(
            KafkaSettings settings, IdentityDatabase database, IdentityProperties properties, MeterRegistry meters) {
        var lag = new Lag(settings.client());
        return new Progress(lag, database.stores(), properties.recoverEvery(), meters);
    }

    @Bean
    StoreHealth storeHealthIndicator(IdentityDatabase database) {
        return new StoreHealth(database);
    }

    @Bean
    StateLoadedInterceptor opening(Progress progress) {
        return new StateLoadedInterceptor(progress::isReady);
    }

    @Bean
    Background.Kafka backgroundKafka(
            TopicCreator topics,
            ListenerContainerFactory listeners,
            Hearing hearing,
            DeadLetterQueue deadLetters,
            KafkaSettings settings) {
        return new Background.Kafka(topics, listeners, hearing, deadLetters, settings);
    }

    @Bean
    Handlers handlers(Identity identity, KnownHandles known, Clock clock) {
        return new Handlers(identity, known, clock);
    }

    @Bean
    Hearing hearing(KafkaSettings settings, DeadLetterQueue deadLetters, Clock clock) {
        return new Hearing(settings.client(), deadLetters, clock);
    }

    @Bean
    Matchmaker matchmaker(Identity identity, Clock clock) {
        return new Matchmaker(identity.rematch(), clock);
    }

    @Bean
    Reviews reviews(Identity identity) {
        return identity.reviews();
    }

    @Bean
    Inference inference(Identity identity) {
        return identity.inference();
    }

    @Bean
    Policies policies(Identity identity) {
        return identity.policies();
    }

    @Bean
    DecisionAttribution saying(Identity identity, Clock clock) {
        return new DecisionAttribution(clock, identity::reconsider);
    }

    @Bean
    Background.Watch backgroundWatch(
            Handlers handlers, KnownHandles known, Progress progress, Matchmaker matchmaker, Clock clock) {
        return new Background.Watch(handlers, known, progress, matchmaker, clock);
    }

    @Bean(initMethod = "start")
    Background background(
            Background.Kafka kafka, IdentityDatabase database, Identity identity, Background.Watch watch) {
        return new Background(kafka, database, identity, watch);
    }
}
