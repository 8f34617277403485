package io.rapport.report.config;

import io.rapport.contracts.month.MonthCompleted;
import io.rapport.messaging.config.ErasureListener;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.report.brand.RorPeoplePager;
import io.rapport.report.channels.ChannelReader;
import io.rapport.report.completion.MonthCompletionScheduler;
import io.rapport.report.completion.MonthProperties;
import io.rapport.report.days.PeriodReport;
import io.rapport.report.days.ScoringDaysClient;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.branding.BrandingService;
import io.rapport.report.domain.channel.ChannelReport;
import io.rapport.report.domain.channel.ConversionReport;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.goal.BenchmarkReport;
import io.rapport.report.domain.goal.GoalService;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.month.MonthCompletionService;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.staff.StaffReport;
import io.rapport.report.domain.story.StoryService;
import io.rapport.report.domain.tie.TieReport;
import io.rapport.report.engagements.EngagementListReader;
import io.rapport.report.goal.GoalHandler;
import io.rapport.report.goal.GoalLines;
import io.rapport.report.month.MonthCache;
import io.rapport.report.month.MonthChangeInterceptor;
import io.rapport.report.month.MonthConversions;
import io.rapport.report.month.MonthEditionReader;
import io.rapport.report.month.MonthEvidenceReader;
import io.rapport.report.month.MonthReport;
import io.rapport.report.month.MonthResolver;
import io.rapport.report.month.MonthTies;
import io.rapport.report.month.document.MonthPdfWriter;
import io.rapport.report.projection.DecisionEventPublisher;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.spread.SpreadPeople;
import io.rapport.report.staff.StaffReader;
import io.rapport.report.store.MongoReportStore;
import io.rapport.report.story.StoryHandler;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;

/** The month by name, and that it is over. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonthProperties.class)
class MonthConfiguration {

    @Bean
    DecisionEventPublisher<MonthCompleted> monthPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofMonths(store.completedMonths(), publisher, topics.created());
    }

    @Bean
    MonthCompletionService monthCompletionService(
            MongoReportStore store, ProjectionRunner runner, DecisionEventPublisher<MonthCompleted> publisher) {
        var months = store.completedMonths();
        return new MonthCompletionService(months, DecisionConfiguration.recorder(months, runner, publisher));
    }

    /** Months need the scoring service. */
    @Bean
    @ConditionalOnExpression("!'${rapport.scoring-url:}'.isBlank()")
    MonthCompletionScheduler monthCompletionScheduler(
            BrandCatalogue catalogue,
            AsOfResolver days,
            MonthCompletionService months,
            MongoReportStore store,
            MonthProperties settings,
            ProjectionRunner runner) {
        var scheduler = new MonthCompletionScheduler(
                catalogue, days, months, store.workLeases(), settings, runner::isCaughtUp, Clock.systemUTC());
        scheduler.start();
        return scheduler;
    }

    @Bean
    MonthResolver monthResolver(AsOfResolver days) {
        return new MonthResolver(days);
    }

    @Bean
    @ConditionalOnExpression("!'${rapport.scoring-url:}'.isBlank()")
    PeriodReport periodReport(ScoringDaysClient scoring) {
        return new PeriodReport(scoring);
    }

    @Bean
    RorPeoplePager rorPeoplePager(
            BrandReport figures, PeopleReport people, ObjectProvider<PeriodReport> periods, PersonDirectory directory) {
        return new RorPeoplePager(figures, people, Optional.ofNullable(periods.getIfAvailable()), directory);
    }

    @Bean
    SpreadPeople spreadPeople(ObjectProvider<PeriodReport> periods, PersonDirectory directory) {
        return new SpreadPeople(Optional.ofNullable(periods.getIfAvailable()), directory);
    }

    @Bean
    MonthReport monthReport(
            ObjectProvider<PeriodReport> periods,
            PersonDirectory directory,
            ContentReport contents,
            MonthEvidenceReader evidences,
            StoryService stories,
            GoalHandler goals,
            TieReport ties,
            ConversionReport conversions) {
        return new MonthReport(
                Optional.ofNullable(periods.getIfAvailable()),
                directory,
                contents,
                evidences,
                stories,
                goals,
                new MonthTies(ties),
                new MonthConversions(conversions));
    }

    @Bean
    MonthCache monthCache(MonthReport report, MonthProperties settings) {
        return new MonthCache(report, settings.maxAge());
    }

    @Bean
    MonthChangeInterceptor monthChanges(MonthCache months) {
        return new MonthChangeInterceptor(months);
    }

    @Bean
    ErasureListener monthErasures(MonthCache months) {
        return erased -> months.erase(erased.brandKey());
    }

    @Bean
    StaffReport staffReport(
            EngagementRepository engagements, BrandEngagementRepository brandEngagements, PeopleReport people) {
        return new StaffReport(engagements, brandEngagements, people);
    }

    @Bean
    StaffReader staffReader(BrandCatalogue catalogue, StaffReport report) {
        return new StaffReader(catalogue, report);
    }

    @Bean
    EngagementListReader engagementListReader(
            BrandCatalogue catalogue, BrandEngagementRepository engagements, PersonDirectory directory) {
        return new EngagementListReader(catalogue, engagements, directory);
    }

    @Bean
    ConversionReport conversionReport(
            BrandEngagementRepository brandEngagements,
            EngagementRepository engagements,
            PersonDirectory directory,
            PeopleReport people) {
        return new ConversionReport(brandEngagements, engagements, directory, people);
    }

    @Bean
    ChannelReader channelReader(
            BrandCatalogue catalogue,
            AsOfResolver days,
            BrandEngagementRepository brandEngagements,
            SentimentService sentiments,
            ConversionReport conversions,
            PersonDirectory directory,
            PeopleReport people) {
        var channels = new ChannelReport(brandEngagements, sentiments, directory, people);
        return new ChannelReader(catalogue, days, channels, conversions, directory);
    }

    @Bean
    MonthEvidenceReader monthEvidenceReader(
            EngagementRepository engagements, SentimentService sentiments, StaffReport staff) {
        return new MonthEvidenceReader(engagements, sentiments, staff);
    }

    @Bean
    GoalHandler goalHandler(
            GoalService goals, BenchmarkReport benchmarks, BrandReport figures, BrandCatalogue catalogue) {
        return new GoalHandler(goals, benchmarks, figures, catalogue, Clock.systemUTC());
    }

    @Bean
    GoalLines goalLines(GoalHandler goals, AsOfResolver days) {
        return new GoalLines(goals, days);
    }

    @Bean
    StoryHandler storyHandler(StoryService stories) {
        return new StoryHandler(stories, Clock.systemUTC());
    }

    @Bean
    MonthEditionReader monthEditionReader(
            MonthResolver months, MonthCache compiled, MonthPdfWriter pdf, BrandingService brandings) {
        return new MonthEditionReader(months, compiled, pdf, brandings);
    }

    @Bean
    MonthPdfWriter monthPdfWriter(ITemplateEngine templates) {
        return new MonthPdfWriter(templates);
    }
}
