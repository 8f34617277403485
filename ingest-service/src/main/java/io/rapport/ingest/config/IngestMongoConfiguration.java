package io.rapport.ingest.config;

import com.mongodb.client.MongoCollection;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.mongo.IngestStoreHealthIndicator;
import io.rapport.ingest.mongo.MongoAdminDecisionRepository;
import io.rapport.ingest.mongo.MongoClientDigestRepository;
import io.rapport.ingest.mongo.MongoClientListImportRepository;
import io.rapport.ingest.mongo.MongoRejectionRepository;
import io.rapport.ingest.mongo.RestoreMarker;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What is kept in MongoDB. */
@Configuration(proxyBeanMethods = false)
class IngestMongoConfiguration {

    private static final long PATIENCE_SECONDS = 3;

    /** A store that is away is answered with 503 soon, not after half a minute. */
    @Bean
    MongoClientSettingsBuilderCustomizer soon() {
        return settings -> settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    AdminDecisionRepository<BrandRegistered> brandDecisions(MongoDatabaseFactory mongo) {
        return new MongoAdminDecisionRepository<>(collection(mongo, "brands"), BrandRegistered.class);
    }

    @Bean
    AdminDecisionRepository<TokenIssued> tokenDecisions(MongoDatabaseFactory mongo) {
        return new MongoAdminDecisionRepository<>(collection(mongo, "tokens"), TokenIssued.class);
    }

    @Bean
    AdminDecisionRepository<ClientColumnsMapped> columnDecisions(MongoDatabaseFactory mongo) {
        return new MongoAdminDecisionRepository<>(collection(mongo, "columns"), ClientColumnsMapped.class);
    }

    @Bean
    MongoClientDigestRepository clientStore(MongoDatabaseFactory mongo) {
        return new MongoClientDigestRepository(collection(mongo, "clients"));
    }

    @Bean
    MongoClientListImportRepository listImports(MongoDatabaseFactory mongo) {
        return new MongoClientListImportRepository(collection(mongo, "imports"));
    }

    @Bean
    RestoreMarker clientsFilled(MongoDatabaseFactory mongo) {
        return new RestoreMarker(collection(mongo, "meta"), "clients");
    }

    @Bean
    MongoRejectionRepository rejections(MongoDatabaseFactory mongo) {
        return new MongoRejectionRepository(collection(mongo, "rejections"));
    }

    @Bean
    IngestStoreHealthIndicator mongoHealthIndicator(RestoreMarker clientsFilled) {
        return new IngestStoreHealthIndicator(clientsFilled);
    }

    static MongoCollection<Document> collection(MongoDatabaseFactory mongo, String name) {
        return mongo.getMongoDatabase().getCollection(name);
    }
}
