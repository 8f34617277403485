package io.rapport.ingest.config;

import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.domain.engagement.EngagementFileImportRepository;
import io.rapport.ingest.mongo.MongoAdminDecisionRepository;
import io.rapport.ingest.mongo.MongoClientDigestRepository;
import io.rapport.ingest.mongo.MongoClientListImportRepository;
import io.rapport.ingest.mongo.MongoEngagementFileImportRepository;
import io.rapport.ingest.mongo.MongoRejectionRepository;
import io.rapport.ingest.web.lists.ClientListReadiness;
import io.rapport.mongo.StoreHealthIndicator;
import io.rapport.mongo.StoreMetadata;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configuration of the MongoDB repositories. */
@Configuration(proxyBeanMethods = false)
class IngestMongoConfiguration {

    /** The source in {@link StoreMetadata} that stands for the restored client digests. */
    static final String CLIENTS = "clients";

    @Bean
    AdminDecisionRepository<BrandRegistered> brandDecisions(MongoTemplate mongo) {
        return new MongoAdminDecisionRepository<>(mongo.getCollection("brands"), BrandRegistered.class);
    }

    @Bean
    AdminDecisionRepository<TokenIssued> tokenDecisions(MongoTemplate mongo) {
        return new MongoAdminDecisionRepository<>(mongo.getCollection("tokens"), TokenIssued.class);
    }

    @Bean
    AdminDecisionRepository<ClientColumnsMapped> columnMappingDecisions(MongoTemplate mongo) {
        return new MongoAdminDecisionRepository<>(mongo.getCollection("columns"), ClientColumnsMapped.class);
    }

    @Bean
    MongoClientDigestRepository clientDigests(MongoTemplate mongo) {
        return new MongoClientDigestRepository(mongo.getCollection("clients"));
    }

    @Bean
    ClientListImportRepository clientListImports(MongoTemplate mongo) {
        return new MongoClientListImportRepository(mongo, "imports");
    }

    @Bean
    EngagementFileImportRepository engagementFileImports(MongoTemplate mongo) {
        return new MongoEngagementFileImportRepository(mongo.getCollection("engagementImports"));
    }

    @Bean
    MongoRejectionRepository rejections(MongoTemplate mongo) {
        return new MongoRejectionRepository(mongo.getCollection("rejections"));
    }

    @Bean
    StoreMetadata storeMetadata(MongoTemplate mongo) {
        return new StoreMetadata(mongo.getDb());
    }

    @Bean
    ClientListReadiness clientListReadiness(StoreMetadata store) {
        return () -> store.isFilled(CLIENTS);
    }

    @Bean
    StoreHealthIndicator mongoHealthIndicator(MongoTemplate mongo, StoreMetadata store) {
        return new StoreHealthIndicator(mongo.getDb(), () -> store.isFilled(CLIENTS));
    }
}
