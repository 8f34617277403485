package io.rapport.report.config;

import io.rapport.report.request.AsOfResolver;
import io.rapport.report.brand.BrandPageController;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.content.ContentController;
import io.rapport.report.corrections.CorrectionHandler;
import io.rapport.report.corrections.CorrectionPageController;
import io.rapport.report.people.PeopleController;
import io.rapport.report.people.PersonDetailsPageController;
import io.rapport.report.export.PersonExportController;
import io.rapport.report.brand.RorController;
import io.rapport.report.corrections.SentimentController;
import io.rapport.report.service.ServiceController;
import io.rapport.report.spread.SpreadPageController;
import io.rapport.report.timeline.TimelinePager;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** The REST resources and the pages of the report service. */
@Configuration(proxyBeanMethods = false)
@Import({
    PeopleController.class,
    RorController.class,
    ServiceController.class,
    ContentController.class,
    SentimentController.class,
    BrandPageController.class,
    SpreadPageController.class,
    CorrectionPageController.class,
    PersonExportController.class,
    PersonDetailsPageController.class
})
public class ReportWebConfiguration {

    /** All that is held on a person is for who may also erase it. */
    @Bean
    AccessRules accessTable() {
        return AccessRules.standard()
                .open("/assets/**")
                .require(HttpMethod.GET, "/v1/agencies/{agency}/brands/{brand}/people/{person}/export", Scope.ADMIN);
    }

    @Bean
    AsOfResolver days(BrandDayRepository<BrandScoreChanged> days) {
        return new AsOfResolver(days);
    }

    @Bean
    CorrectionHandler correctionDesk(SentimentService sentiments) {
        return new CorrectionHandler(sentiments, Clock.systemUTC());
    }

    @Bean
    BrandPageFrame frame(BrandCatalogue catalogue, AsOfResolver days) {
        return new BrandPageFrame(catalogue, days);
    }

    @Bean
    TimelinePager timelines(EngagementRepository engagements, SentimentService sentiments) {
        return new TimelinePager(engagements, sentiments);
    }
}
