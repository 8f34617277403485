package io.rapport.report.config;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.corrections.CorrectionHandler;
import io.rapport.report.dismissals.DismissalHandler;
import io.rapport.report.domain.brand.BrandCalendar;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.conversation.DismissalService;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.timeline.TimelinePager;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;

/** The REST resources and the pages of the report service: all controllers, and what they share. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "io.rapport.report",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(Controller.class))
class ReportWebConfiguration {

    /** The export of a person's data needs the same scope as the erasure of it; a look-up only reads. */
    @Bean
    AccessRules accessTable() {
        return AccessRules.standard()
                .open("/assets/**")
                .require(HttpMethod.GET, "/v1/agencies/{agency}/brands/{brand}/people/{person}/export", Scope.ADMIN)
                .require(
                        HttpMethod.POST, "/v1/agencies/{agency}/brands/{brand}/people:lookup", Scope.READ, Scope.ADMIN);
    }

    @Bean
    AsOfResolver asOfResolver(BrandDayRepository<BrandScoreChanged> days, BrandCalendar calendar) {
        return new AsOfResolver(days, calendar);
    }

    @Bean
    CorrectionHandler correctionHandler(SentimentService sentiments) {
        return new CorrectionHandler(sentiments, Clock.systemUTC());
    }

    @Bean
    DismissalHandler dismissalHandler(DismissalService dismissals, PersonDirectory directory) {
        return new DismissalHandler(dismissals, directory, Clock.systemUTC());
    }

    @Bean
    BrandPageFrame brandPageFrame(BrandCatalogue catalogue, AsOfResolver days) {
        return new BrandPageFrame(catalogue, days);
    }

    @Bean
    TimelinePager timelinePager(EngagementRepository engagements, SentimentService sentiments) {
        return new TimelinePager(engagements, sentiments);
    }
}
