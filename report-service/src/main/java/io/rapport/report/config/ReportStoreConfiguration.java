package io.rapport.report.config;

import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.mongo.MongoConfiguration;
import io.rapport.mongo.StoreHealthIndicator;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.export.PersonHoldings;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.store.MongoReportStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The MongoDB repositories, and the reports that are made from them. */
@Configuration(proxyBeanMethods = false)
@Import(MongoConfiguration.class)
class ReportStoreConfiguration {

    @Bean
    MongoReportStore store(MongoDatabaseFactory databases) {
        return new MongoReportStore(databases.getMongoDatabase());
    }

    @Bean
    StoreHealthIndicator storeHealthIndicator(MongoDatabaseFactory databases) {
        return new StoreHealthIndicator(databases.getMongoDatabase());
    }

    @Bean
    BrandDayRepository<BrandScoreChanged> brandDays(MongoReportStore store) {
        return store.brandDays();
    }

    @Bean
    EngagementRepository engagements(MongoReportStore store) {
        return store.engagements();
    }

    @Bean
    PeopleReport peopleReport(MongoReportStore store) {
        return new PeopleReport(store.relationships(), new PersonDirectory(store.identities()));
    }

    @Bean
    BrandReport brandReport(MongoReportStore store, PeopleReport people) {
        return new BrandReport(store.brandDays(), store.spreadDays(), people);
    }

    @Bean
    PersonHoldings holdings(MongoReportStore store) {
        return new PersonHoldings(store);
    }

    @Bean
    ContentReport contentReport(MongoReportStore store) {
        return new ContentReport(store.contents());
    }
}
