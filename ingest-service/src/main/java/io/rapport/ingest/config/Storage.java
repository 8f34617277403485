package io.rapport.ingest.config;

import com.mongodb.client.MongoCollection;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.ingest.domain.DecisionStore;
import io.rapport.ingest.mongo.Filled;
import io.rapport.ingest.mongo.MongoClientStore;
import io.rapport.ingest.mongo.MongoDecisions;
import io.rapport.ingest.mongo.MongoListImports;
import io.rapport.ingest.mongo.MongoRejections;
import io.rapport.ingest.mongo.StoreHealth;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What is kept in MongoDB. */
@Configuration(proxyBeanMethods = false)
class Storage {

    private static final long PATIENCE_SECONDS = 3;

    /** A store that is away is answered with 503 soon, not after half a minute. */
    @Bean
    MongoClientSettingsBuilderCustomizer soon() {
        return settings -> settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    DecisionStore<BrandRegistered> brandDecisions(MongoDatabaseFactory mongo) {
        return new MongoDecisions<>(collection(mongo, "brands"), BrandRegistered.class);
    }

    @Bean
    DecisionStore<TokenIssued> tokenDecisions(MongoDatabaseFactory mongo) {
        return new MongoDecisions<>(collection(mongo, "tokens"), TokenIssued.class);
    }

    @Bean
    DecisionStore<ClientColumnsMapped> columnDecisions(MongoDatabaseFactory mongo) {
        return new MongoDecisions<>(collection(mongo, "columns"), ClientColumnsMapped.class);
    }

    @Bean
    MongoClientStore clientStore(MongoDatabaseFactory mongo) {
        return new MongoClientStore(collection(mongo, "clients"));
    }

    @Bean
    MongoListImports listImports(MongoDatabaseFactory mongo) {
        return new MongoListImports(collection(mongo, "imports"));
    }

    @Bean
    Filled clientsFilled(MongoDatabaseFactory mongo) {
        return new Filled(collection(mongo, "meta"), "clients");
    }

    @Bean
    MongoRejections rejections(MongoDatabaseFactory mongo) {
        return new MongoRejections(collection(mongo, "rejections"));
    }

    @Bean
    StoreHealth mongoHealthIndicator(Filled clientsFilled) {
        return new StoreHealth(clientsFilled);
    }

    static MongoCollection<Document> collection(MongoDatabaseFactory mongo, String name) {
        return mongo.getMongoDatabase().getCollection(name);
    }
}
