package io.rapport.ingest.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.user.UserService;
import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.mongo.MongoAdminDecisionRepository;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.web.secret.SecretGenerator;
import io.rapport.web.secret.SecretHash;
import io.rapport.web.user.PasswordHasher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configuration of the users of agencies, with their outbox publisher. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    AdminDecisionRepository<UserRegistered> userDecisions(MongoTemplate mongo) {
        return new MongoAdminDecisionRepository<>(mongo.getCollection("users"), UserRegistered.class);
    }

    @Bean
    AdminDecisionOutboxPublisher<UserRegistered> userPublisher(
            AdminDecisionRepository<UserRegistered> decisions,
            EventPublisher publisher,
            TopicTable<UserRegistered> table) {
        return new AdminDecisionOutboxPublisher<>(
                Topic.USER_REGISTERED, UserRegistered.class, UserRegistered::version, decisions, publisher, table);
    }

    @Bean
    UserService users(
            AdminDecisionRepository<UserRegistered> decisions, AdminDecisionOutboxPublisher<UserRegistered> publisher) {
        var secrets = new SecretGenerator();
        return new UserService(
                new AdminDecisionService<>(decisions, publisher), () -> secrets.next(""), SecretHash::of);
    }

    @Bean
    PasswordHasher passwordHasher() {
        return new PasswordHasher();
    }
}
