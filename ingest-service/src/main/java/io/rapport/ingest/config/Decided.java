package io.rapport.ingest.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.ingest.domain.ColumnMappings;
import io.rapport.ingest.domain.DecisionStore;
import io.rapport.ingest.domain.Decisions;
import io.rapport.ingest.domain.Registrations;
import io.rapport.ingest.domain.Tokens;
import io.rapport.ingest.kafka.Outbox;
import io.rapport.ingest.kafka.TopicAnnouncer;
import io.rapport.ingest.web.IssuedTokens;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.TopicCreator;
import io.rapport.messaging.TopicReaderFactory;
import io.rapport.messaging.TopicTable;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.config.TopicTablesConfiguration;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Brands and tokens: decided here, announced to all. */
@Configuration(proxyBeanMethods = false)
class Decided {

    private static final int TOKEN_BYTES = 32;
    private static final long ONLY_VERSION = 1;

    @Bean
    TopicAnnouncer<BrandRegistered> brandAnnouncer(
            DecisionStore<BrandRegistered> decisions, EventPublisher publisher, TopicTable<BrandRegistered> table) {
        var outbox = new Outbox<>(Topic.BRAND_REGISTERED, BrandRegistered.class, decisions, BrandRegistered::version);
        return new TopicAnnouncer<>(outbox, publisher, table);
    }

    @Bean
    TopicAnnouncer<TokenIssued> tokenAnnouncer(
            DecisionStore<TokenIssued> decisions, EventPublisher publisher, TopicTable<TokenIssued> table) {
        var outbox = new Outbox<>(Topic.TOKEN_ISSUED, TokenIssued.class, decisions, token -> ONLY_VERSION);
        return new TopicAnnouncer<>(outbox, publisher, table);
    }

    @Bean
    TopicTable<ClientColumnsMapped> columnsTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(
                Topic.CLIENT_COLUMNS, ClientColumnsMapped.class, readers, topics.created(), (key, columns) -> {});
    }

    @Bean
    TopicAnnouncer<ClientColumnsMapped> columnsAnnouncer(
            DecisionStore<ClientColumnsMapped> decisions,
            EventPublisher publisher,
            TopicTable<ClientColumnsMapped> table) {
        var outbox =
                new Outbox<>(Topic.CLIENT_COLUMNS, ClientColumnsMapped.class, decisions, ClientColumnsMapped::version);
        return new TopicAnnouncer<>(outbox, publisher, table);
    }

    @Bean
    ColumnMappings columnMappings(
            DecisionStore<ClientColumnsMapped> decisions, TopicAnnouncer<ClientColumnsMapped> announcer) {
        return new ColumnMappings(new Decisions<>(decisions, announcer));
    }

    @Bean
    Registrations registrations(DecisionStore<BrandRegistered> decisions, TopicAnnouncer<BrandRegistered> announcer) {
        return new Registrations(new Decisions<>(decisions, announcer));
    }

    @Bean
    Tokens tokens(DecisionStore<TokenIssued> decisions, TopicAnnouncer<TokenIssued> announcer) {
        var random = new SecureRandom();
        return new Tokens(new Decisions<>(decisions, announcer), () -> secret(random), TokenDirectory::hash);
    }

    @Bean
    IssuedTokens issuedTokens(TopicTable<TokenIssued> table) {
        return () -> {
            TopicTablesConfiguration.requireRead(table);
            return table.rows().values();
        };
    }

    /** Who may see which tokens there are is who may issue them; who sends lists may say and see how they are read. */
    @Bean
    AccessRules accessTable() {
        var imports = "/v1/agencies/{agency}/brands/{brand}/imports";
        return AccessRules.standard()
                .needs(HttpMethod.GET, "/v1/agencies/{agency}/tokens", Scope.ADMIN)
                .needs(HttpMethod.GET, imports + "/**", Scope.INGEST, Scope.READ)
                .needs(HttpMethod.PUT, imports + "/clients/mapping", Scope.INGEST, Scope.ADMIN)
                .needs(HttpMethod.POST, imports + "/staff", Scope.ADMIN);
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
