package io.rapport.report.config;

import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.mongo.MongoConfiguration;
import io.rapport.mongo.StoreHealthIndicator;
import io.rapport.report.days.DayFiguresCache;
import io.rapport.report.days.LedgerBrandDays;
import io.rapport.report.days.LedgerRelationships;
import io.rapport.report.days.ScoringDaysClient;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.brand.CurrentDayLookup;
import io.rapport.report.domain.brand.IntakeRejectionRepository;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.export.PersonHoldings;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.tie.TieReport;
import io.rapport.report.store.MongoReportStore;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
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
    CurrentDayLookup currentDayLookup(MongoReportStore store) {
        return new CurrentDayLookup(store.brandDays(), store.spreadDays());
    }

    @Bean
    BrandDayRepository<BrandScoreChanged> brandDays(
            MongoReportStore store,
            CurrentDayLookup currentDays,
            ObjectProvider<ScoringDaysClient> scoring,
            ObjectProvider<DayFiguresCache> days) {
        var client = scoring.getIfAvailable();
        return client == null
                ? store.brandDays()
                : LedgerBrandDays.ofScores(store.brandDays(), currentDays, days.getObject(), client);
    }

    @Bean
    @ConditionalOnExpression("!'${rapport.scoring-url:}'.isBlank()")
    ScoringDaysClient scoringDaysClient(
            @Value("${rapport.scoring-url}") URI url, @Value("${rapport.admin-token:}") String token) {
        return new ScoringDaysClient(url, token);
    }

    @Bean
    @ConditionalOnExpression("!'${rapport.scoring-url:}'.isBlank()")
    DayFiguresCache dayFiguresCache(ScoringDaysClient scoring) {
        return new DayFiguresCache(scoring);
    }

    @Bean
    EngagementRepository engagements(MongoReportStore store) {
        return store.engagements();
    }

    @Bean
    IntakeRejectionRepository intakeRejections(MongoReportStore store) {
        return store.intakeRejections();
    }

    @Bean
    PeopleReport peopleReport(
            MongoReportStore store, PersonDirectory directory, ObjectProvider<ScoringDaysClient> scoring) {
        return new PeopleReport(
                new LedgerRelationships(store.relationships(), scoring.getIfAvailable()), directory, store.places());
    }

    @Bean
    BrandReport brandReport(
            MongoReportStore store,
            BrandDayRepository<BrandScoreChanged> days,
            CurrentDayLookup currentDays,
            PeopleReport people,
            ObjectProvider<ScoringDaysClient> scoring,
            ObjectProvider<DayFiguresCache> figures) {
        var client = scoring.getIfAvailable();
        var spreads = client == null
                ? store.spreadDays()
                : LedgerBrandDays.ofSpread(store.spreadDays(), currentDays, figures.getObject(), client);
        return new BrandReport(days, spreads, people, client != null);
    }

    @Bean
    TieReport tieReport(MongoReportStore store, PeopleReport people) {
        return new TieReport(store.ties(), people);
    }

    @Bean
    PersonDirectory personDirectory(MongoReportStore store) {
        return new PersonDirectory(store.identities());
    }

    @Bean
    PersonHoldings holdings(MongoReportStore store) {
        return new PersonHoldings(store);
    }

    @Bean
    ContentReport contentReport(MongoReportStore store, ObjectProvider<ScoringDaysClient> scoring) {
        var client = scoring.getIfAvailable();
        return new ContentReport(store.contents(), client == null ? null : client::findPosts);
    }
}
