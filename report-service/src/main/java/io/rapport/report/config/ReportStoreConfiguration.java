package io.rapport.report.config;

import com.mongodb.client.MongoClient;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.export.PersonHoldings;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.store.MongoReportStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections, and the reports made from them. */
@Configuration(proxyBeanMethods = false)
class ReportStoreConfiguration {

    @Bean
    MongoReportStore store(MongoClient client, @Value("${rapport.report.database}") String database) {
        return new MongoReportStore(client.getDatabase(database));
    }

    @Bean
    ReportStoreHealthIndicator storeHealthIndicator(MongoReportStore store) {
        return new ReportStoreHealthIndicator(store);
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
