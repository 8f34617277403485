package io.rapport.report.config;

import com.mongodb.client.MongoClient;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.domain.BrandDays;
import io.rapport.report.domain.BrandReport;
import io.rapport.report.domain.ContentReport;
import io.rapport.report.domain.Directory;
import io.rapport.report.domain.Engagements;
import io.rapport.report.domain.Holdings;
import io.rapport.report.domain.PeopleReport;
import io.rapport.report.mongo.MongoStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections, and the reports made from them. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoStore store(MongoClient client, @Value("${rapport.report.database}") String database) {
        return new MongoStore(client.getDatabase(database));
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoStore store) {
        return new StoreHealth(store);
    }

    @Bean
    BrandDays<BrandScoreChanged> brandDays(MongoStore store) {
        return store.brandDays();
    }

    @Bean
    Engagements engagements(MongoStore store) {
        return store.engagements();
    }

    @Bean
    PeopleReport peopleReport(MongoStore store) {
        return new PeopleReport(store.relationships(), new Directory(store.identities()));
    }

    @Bean
    BrandReport brandReport(MongoStore store, PeopleReport people) {
        return new BrandReport(store.brandDays(), store.spreadDays(), people);
    }

    @Bean
    Holdings holdings(MongoStore store) {
        return new Holdings(store);
    }

    @Bean
    ContentReport contentReport(MongoStore store) {
        return new ContentReport(store.contents());
    }
}
