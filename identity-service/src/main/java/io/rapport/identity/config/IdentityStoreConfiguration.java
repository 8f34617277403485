package io.rapport.identity.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.mongo.IdentityDatabase;
import io.rapport.mongo.MongoClientConfiguration;
import io.rapport.mongo.StoreHealthIndicator;
import io.rapport.mongo.StoreMetadata;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The repositories of identity, in MongoDB. */
@Configuration(proxyBeanMethods = false)
@Import(MongoClientConfiguration.class)
class IdentityStoreConfiguration {

    @Bean
    MongoDatabase identityMongoDatabase(MongoClient client, IdentityProperties properties) {
        return client.getDatabase(properties.database());
    }

    @Bean
    IdentityDatabase identityDatabase(MongoDatabase database) {
        return new IdentityDatabase(database);
    }

    @Bean
    StoreMetadata storeMetadata(MongoDatabase database) {
        return new StoreMetadata(database);
    }

    @Bean
    StoreHealthIndicator storeHealthIndicator(MongoDatabase database) {
        return new StoreHealthIndicator(database);
    }

    @Bean
    HandleRepository handleRepository(IdentityDatabase database) {
        return database.handles();
    }

    @Bean
    PersonRepository personRepository(IdentityDatabase database) {
        return database.people();
    }

    @Bean
    ClaimRepository claimRepository(IdentityDatabase database) {
        return database.claims();
    }

    @Bean
    BrandListRepository brandListRepository(IdentityDatabase database) {
        return database.lists();
    }

    @Bean
    ReviewRepository reviewRepository(IdentityDatabase database) {
        return database.reviews();
    }

    @Bean
    PolicyRepository policyRepository(IdentityDatabase database) {
        return database.policies();
    }

    @Bean
    ErasureRepository erasureRepository(IdentityDatabase database) {
        return database.erasures();
    }

    @Bean
    PersonSearch personSearch(IdentityDatabase database) {
        return database.search();
    }
}
