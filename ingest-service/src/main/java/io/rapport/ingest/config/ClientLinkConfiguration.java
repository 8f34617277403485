package io.rapport.ingest.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.link.ClientLinkService;
import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.mongo.MongoAdminDecisionRepository;
import io.rapport.ingest.web.links.ClientLinkLookup;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.web.secret.SecretGenerator;
import io.rapport.web.secret.SecretHash;
import io.rapport.web.table.TableReadiness;
import io.rapport.web.user.PasswordHasher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configuration of client links, with their outbox publisher. */
@Configuration(proxyBeanMethods = false)
class ClientLinkConfiguration {

    /** A link is never changed, only withdrawn. */
    private static final long LINK_VERSION = 1;

    @Bean
    AdminDecisionRepository<LinkIssued> linkDecisions(MongoTemplate mongo) {
        return new MongoAdminDecisionRepository<>(mongo.getCollection("links"), LinkIssued.class);
    }

    @Bean
    AdminDecisionOutboxPublisher<LinkIssued> linkPublisher(
            AdminDecisionRepository<LinkIssued> decisions, EventPublisher publisher, TopicTable<LinkIssued> table) {
        return new AdminDecisionOutboxPublisher<>(
                Topic.LINK_ISSUED, LinkIssued.class, link -> LINK_VERSION, decisions, publisher, table);
    }

    @Bean
    ClientLinkService clientLinks(
            AdminDecisionRepository<LinkIssued> decisions,
            AdminDecisionOutboxPublisher<LinkIssued> publisher,
            PasswordHasher hasher) {
        var secrets = new SecretGenerator();
        return new ClientLinkService(
                new AdminDecisionService<>(decisions, publisher),
                () -> secrets.next(""),
                SecretHash::of,
                PasswordHasher::isUsable,
                hasher::encode);
    }

    @Bean
    ClientLinkLookup clientLinkLookup(TopicTable<LinkIssued> table) {
        return () -> {
            TableReadiness.requireCaughtUp(table);
            return table.rows().values();
        };
    }
}
