package io.rapport.ingest.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.ingest.domain.column.ColumnMappingService;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.registration.BrandRegistrationService;
import io.rapport.ingest.domain.token.AccessTokenService;
import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.kafka.AdminDecisionTopic;
import io.rapport.ingest.web.admin.IssuedTokenLookup;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.TopicCreator;
import io.rapport.messaging.TopicReaderFactory;
import io.rapport.messaging.TopicTable;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.table.TableReadiness;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Brands and tokens: decided here, announced to all. */
@Configuration(proxyBeanMethods = false)
class AdminDecisionConfiguration {

    private static final int TOKEN_BYTES = 32;
    private static final long ONLY_VERSION = 1;

    @Bean
    AdminDecisionOutboxPublisher<BrandRegistered> brandAnnouncer(
            AdminDecisionRepository<BrandRegistered> decisions,
            EventPublisher publisher,
            TopicTable<BrandRegistered> table) {
        var outbox = new AdminDecisionTopic<>(
                Topic.BRAND_REGISTERED, BrandRegistered.class, decisions, BrandRegistered::version);
        return new AdminDecisionOutboxPublisher<>(outbox, publisher, table);
    }

    @Bean
    AdminDecisionOutboxPublisher<TokenIssued> tokenAnnouncer(
            AdminDecisionRepository<TokenIssued> decisions, EventPublisher publisher, TopicTable<TokenIssued> table) {
        var outbox = new AdminDecisionTopic<>(Topic.TOKEN_ISSUED, TokenIssued.class, decisions, token -> ONLY_VERSION);
        return new AdminDecisionOutboxPublisher<>(outbox, publisher, table);
    }

    @Bean
    TopicTable<ClientColumnsMapped> columnsTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(
                Topic.CLIENT_COLUMNS, ClientColumnsMapped.class, readers, topics.created(), (key, columns) -> {});
    }

    @Bean
    AdminDecisionOutboxPublisher<ClientColumnsMapped> columnsAnnouncer(
            AdminDecisionRepository<ClientColumnsMapped> decisions,
            EventPublisher publisher,
            TopicTable<ClientColumnsMapped> table) {
        var outbox = new AdminDecisionTopic<>(
                Topic.CLIENT_COLUMNS, ClientColumnsMapped.class, decisions, ClientColumnsMapped::version);
        return new AdminDecisionOutboxPublisher<>(outbox, publisher, table);
    }

    @Bean
    ColumnMappingService columnMappings(
            AdminDecisionRepository<ClientColumnsMapped> decisions,
            AdminDecisionOutboxPublisher<ClientColumnsMapped> announcer) {
        return new ColumnMappingService(new AdminDecisionService<>(decisions, announcer));
    }

    @Bean
    BrandRegistrationService registrations(
            AdminDecisionRepository<BrandRegistered> decisions,
            AdminDecisionOutboxPublisher<BrandRegistered> announcer) {
        return new BrandRegistrationService(new AdminDecisionService<>(decisions, announcer));
    }

    @Bean
    AccessTokenService tokens(
            AdminDecisionRepository<TokenIssued> decisions, AdminDecisionOutboxPublisher<TokenIssued> announcer) {
        var random = new SecureRandom();
        return new AccessTokenService(
                new AdminDecisionService<>(decisions, announcer), () -> secret(random), TokenDirectory::hash);
    }

    @Bean
    IssuedTokenLookup issuedTokens(TopicTable<TokenIssued> table) {
        return () -> {
            TableReadiness.requireCaughtUp(table);
            return table.rows().values();
        };
    }

    /** Who may see which tokens there are is who may issue them; who sends lists may say and see how they are read. */
    @Bean
    AccessRules accessTable() {
        var imports = "/v1/agencies/{agency}/brands/{brand}/imports";
        return AccessRules.standard()
                .require(HttpMethod.GET, "/v1/agencies/{agency}/tokens", Scope.ADMIN)
                .require(HttpMethod.GET, imports + "/**", Scope.INGEST, Scope.READ)
                .require(HttpMethod.PUT, imports + "/clients/mapping", Scope.INGEST, Scope.ADMIN)
                .require(HttpMethod.POST, imports + "/staff", Scope.ADMIN);
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
