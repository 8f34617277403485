package io.rapport.ingest.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.TokenUsed;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.ingest.domain.column.ColumnMappingService;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.registration.BrandRegistrationService;
import io.rapport.ingest.domain.token.AccessTokenService;
import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.web.admin.IssuedTokenLookup;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.secret.SecretGenerator;
import io.rapport.web.secret.SecretHash;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Configuration of brand registrations, access tokens and column mappings, with their outbox publishers. */
@Configuration(proxyBeanMethods = false)
class AdminDecisionConfiguration {

    /** By which a token is recognised, also in what is published by mistake. */
    private static final String TOKEN_PREFIX = "rpt_";

    /** A token is never changed, only withdrawn. */
    private static final long TOKEN_VERSION = 1;

    @Bean
    AdminDecisionOutboxPublisher<BrandRegistered> brandPublisher(
            AdminDecisionRepository<BrandRegistered> decisions,
            EventPublisher publisher,
            TopicTable<BrandRegistered> table) {
        return new AdminDecisionOutboxPublisher<>(
                Topic.BRAND_REGISTERED, BrandRegistered.class, BrandRegistered::version, decisions, publisher, table);
    }

    @Bean
    AdminDecisionOutboxPublisher<TokenIssued> tokenPublisher(
            AdminDecisionRepository<TokenIssued> decisions, EventPublisher publisher, TopicTable<TokenIssued> table) {
        return new AdminDecisionOutboxPublisher<>(
                Topic.TOKEN_ISSUED, TokenIssued.class, token -> TOKEN_VERSION, decisions, publisher, table);
    }

    @Bean
    TopicTable<ClientColumnsMapped> columnMappingTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(
                Topic.CLIENT_COLUMNS, ClientColumnsMapped.class, readers, topics.created(), (key, columns) -> {});
    }

    @Bean
    AdminDecisionOutboxPublisher<ClientColumnsMapped> columnMappingPublisher(
            AdminDecisionRepository<ClientColumnsMapped> decisions,
            EventPublisher publisher,
            TopicTable<ClientColumnsMapped> table) {
        return new AdminDecisionOutboxPublisher<>(
                Topic.CLIENT_COLUMNS,
                ClientColumnsMapped.class,
                ClientColumnsMapped::version,
                decisions,
                publisher,
                table);
    }

    @Bean
    ColumnMappingService columnMappings(
            AdminDecisionRepository<ClientColumnsMapped> decisions,
            AdminDecisionOutboxPublisher<ClientColumnsMapped> publisher) {
        return new ColumnMappingService(new AdminDecisionService<>(decisions, publisher));
    }

    @Bean
    BrandRegistrationService registrations(
            AdminDecisionRepository<BrandRegistered> decisions,
            AdminDecisionOutboxPublisher<BrandRegistered> publisher,
            ContactHasher hasher) {
        return new BrandRegistrationService(new AdminDecisionService<>(decisions, publisher), hasher);
    }

    @Bean
    AccessTokenService tokens(
            AdminDecisionRepository<TokenIssued> decisions, AdminDecisionOutboxPublisher<TokenIssued> publisher) {
        var secrets = new SecretGenerator();
        return new AccessTokenService(
                new AdminDecisionService<>(decisions, publisher), () -> secrets.next(TOKEN_PREFIX), SecretHash::of);
    }

    @Bean
    TopicTable<TokenUsed> tokenUseTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(Topic.TOKEN_USED, TokenUsed.class, readers, topics.created(), (key, used) -> {});
    }

    @Bean
    IssuedTokenLookup issuedTokens(TopicTable<TokenIssued> tokens, TopicTable<TokenUsed> uses) {
        return new TopicTokenLookup(tokens, uses);
    }

    /**
     * Listing users and tokens needs the scope that inviting and issuing need; the column mapping needs the scopes of an
     * import. What is delivered to a hook is let in by its signature, an invited user and a client by the
     * secret of their link.
     */
    @Bean
    AccessRules accessRules() {
        var imports = "/agencies/{agency}/brands/{brand}/imports";
        var rules = AccessRules.standard()
                .open("/assets/**")
                .require(HttpMethod.GET, "/v1/agencies/{agency}/tokens", Scope.ADMIN)
                .open(
                        "/v1/agencies/{agency}/hooks/{connection}",
                        "/invitations/{secret}",
                        "/links/{agency}/{brand}/{id}/{secret}")
                .require(HttpMethod.GET, "/v1/agencies/{agency}/brands/{brand}/links/**", Scope.ADMIN)
                .require(HttpMethod.GET, "/agencies/{agency}/brands/{brand}/links/**", Scope.ADMIN)
                .require(HttpMethod.GET, "/v1/agencies/{agency}/users/**", Scope.ADMIN)
                .require(HttpMethod.GET, "/agencies/{agency}/users/**", Scope.ADMIN)
                .require(HttpMethod.POST, "/account/**", Scope.READ, Scope.INGEST)
                .require(HttpMethod.GET, "/v1/agencies/{agency}/connections/**", Scope.ADMIN)
                .require(HttpMethod.GET, "/agencies/{agency}/connections/**", Scope.ADMIN);
        return importRules(importRules(rules, "/v1" + imports), imports);
    }

    /** The page sends files to the same methods at its own path. */
    private static AccessRules importRules(AccessRules rules, String imports) {
        return rules.require(HttpMethod.GET, imports + "/**", Scope.INGEST, Scope.READ)
                .require(HttpMethod.PUT, imports + "/clients/mapping", Scope.INGEST, Scope.ADMIN)
                .require(HttpMethod.PUT, imports + "/engagements/mapping", Scope.INGEST, Scope.ADMIN)
                .require(HttpMethod.DELETE, imports + "/engagements/mapping", Scope.INGEST, Scope.ADMIN)
                .require(HttpMethod.POST, imports + "/staff", Scope.ADMIN)
                .require(HttpMethod.POST, imports + "/keywords", Scope.ADMIN);
    }
}
