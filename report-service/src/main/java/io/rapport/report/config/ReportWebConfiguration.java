package io.rapport.report.config;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.actions.ActionFormFactory;
import io.rapport.report.actions.ActionHandler;
import io.rapport.report.actions.EngagementIntakeClient;
import io.rapport.report.actions.SelectionHandler;
import io.rapport.report.assistant.AssistantServer;
import io.rapport.report.brand.BrandOverview;
import io.rapport.report.brand.BrandTrend;
import io.rapport.report.brand.HomePeople;
import io.rapport.report.corrections.CorrectionHandler;
import io.rapport.report.days.DayFiguresCache;
import io.rapport.report.days.ScoringDaysClient;
import io.rapport.report.days.SlowAnswers;
import io.rapport.report.dismissals.DismissalHandler;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.brand.CurrentDayLookup;
import io.rapport.report.domain.conversation.DismissalService;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.reminder.ReminderService;
import io.rapport.report.domain.suggestion.SuggestionService;
import io.rapport.report.domain.tie.TieReport;
import io.rapport.report.models.ScoringModelClient;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.people.PersonTrend;
import io.rapport.report.reminder.ReminderHandler;
import io.rapport.report.reminder.ReminderRows;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.spread.SpreadEvidence;
import io.rapport.report.start.StartGuideReader;
import io.rapport.report.suggestions.SuggestionHandler;
import io.rapport.report.timeline.OpenQuestionLookup;
import io.rapport.report.timeline.TimelinePager;
import io.rapport.report.value.SalesReader;
import io.rapport.report.value.ValueNames;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.brand.BrandCatalogue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
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

    /** What the page of a brand needs a pass for: quicker answers are computed for each page, and a page waits no longer. */
    private static final Duration QUICK = Duration.ofMillis(300);

    private static final Duration WAIT = Duration.ofSeconds(1);

    private static final String SUBSCRIPTIONS = "/agencies/{agency}/brands/{brand}/subscriptions";

    /**
     * The export of a person's data needs the same scope as the erasure of it; a look-up only reads; an action is an
     * engagement, and a reminder or a dismissed suggestion accompanies actions. What the tools of assistants read and record is
     * authorized again. Pages of brands have the colour and the logo of their agency.
     */
    @Bean
    AccessRules accessTable() {
        return AccessRules.standard()
                .open("/assets/**", "/subscriptions/**")
                .share("/agencies/{agency}/branding.css", "/v1/agencies/{agency}/branding/logo")
                .require(HttpMethod.GET, SUBSCRIPTIONS + "/**", Scope.INGEST)
                .require(HttpMethod.POST, SUBSCRIPTIONS + "/**", Scope.INGEST)
                .require(HttpMethod.GET, "/v1" + SUBSCRIPTIONS + "/**", Scope.INGEST)
                .require(HttpMethod.POST, "/v1" + SUBSCRIPTIONS + "/**", Scope.INGEST)
                .require(HttpMethod.DELETE, "/v1" + SUBSCRIPTIONS + "/**", Scope.INGEST)
                .require(HttpMethod.GET, "/v1/agencies/{agency}/webhooks/**", Scope.ADMIN)
                .require(HttpMethod.GET, "/agencies/{agency}/webhooks", Scope.ADMIN)
                .require(HttpMethod.GET, "/v1/agencies/{agency}/brands/{brand}/people/{person}/export", Scope.ADMIN)
                .require(HttpMethod.POST, "/v1/agencies/{agency}/brands/{brand}/people:lookup", Scope.READ, Scope.ADMIN)
                .require(HttpMethod.POST, "/agencies/{agency}/brands/{brand}/people/{person}/actions", Scope.INGEST)
                .require(HttpMethod.POST, "/agencies/{agency}/brands/{brand}/people/actions", Scope.INGEST)
                .require(
                        HttpMethod.POST, "/agencies/{agency}/brands/{brand}/people/{person}/reminders/**", Scope.INGEST)
                .require(
                        HttpMethod.POST,
                        "/v1/agencies/{agency}/brands/{brand}/people/{person}/reminders/**",
                        Scope.INGEST)
                .require(HttpMethod.POST, "/agencies/{agency}/brands/{brand}/suggestions/**", Scope.INGEST)
                .require(HttpMethod.POST, "/v1/agencies/{agency}/brands/{brand}/suggestions/**", Scope.INGEST)
                .require(HttpMethod.DELETE, "/v1/agencies/{agency}/brands/{brand}/suggestions/**", Scope.INGEST)
                .require(HttpMethod.POST, AssistantServer.PATH, Scope.READ, Scope.INGEST, Scope.ADMIN);
    }

    @Bean
    @ConditionalOnExpression("!'${rapport.ingest-url:}'.isBlank()")
    EngagementIntakeClient engagementIntakeClient(@Value("${rapport.ingest-url}") URI url) {
        return new EngagementIntakeClient(url);
    }

    @Bean
    @ConditionalOnExpression("!'${rapport.scoring-url:}'.isBlank()")
    ScoringModelClient scoringModelClient(@Value("${rapport.scoring-url}") URI url) {
        return new ScoringModelClient(url);
    }

    @Bean
    ActionFormFactory actionFormFactory(ObjectProvider<EngagementIntakeClient> ingest) {
        return new ActionFormFactory(ingest.getIfAvailable() != null, Clock.systemUTC());
    }

    @Bean
    ActionHandler actionHandler(
            ObjectProvider<EngagementIntakeClient> ingest,
            PersonDirectory directory,
            EngagementRepository engagements) {
        return new ActionHandler(ingest.getIfAvailable(), directory, engagements, Clock.systemUTC());
    }

    @Bean
    SelectionHandler selectionHandler(ActionHandler actions, ReminderHandler reminders, PersonDirectory directory) {
        return new SelectionHandler(actions, reminders, directory, Clock.systemUTC());
    }

    @Bean
    ReminderHandler reminderHandler(ReminderService reminders) {
        return new ReminderHandler(reminders, Clock.systemUTC());
    }

    @Bean
    ReminderRows reminderRows(ReminderService reminders, ReminderHandler handler, PersonDirectory directory) {
        return new ReminderRows(reminders, handler, directory);
    }

    @Bean
    ValueNames valueNames(
            EngagementRepository engagements, BrandEngagementRepository brandEngagements, PersonDirectory directory) {
        return new ValueNames(engagements, brandEngagements, directory);
    }

    @Bean
    SalesReader salesReader(EngagementRepository engagements, PersonDirectory directory) {
        return new SalesReader(engagements, directory);
    }

    @Bean
    OpenQuestionLookup openQuestionLookup(EngagementRepository engagements) {
        return new OpenQuestionLookup(engagements);
    }

    @Bean
    SpreadEvidence spreadEvidence(
            EngagementRepository engagements, SentimentService sentiments, PersonDirectory directory) {
        return new SpreadEvidence(engagements, sentiments, directory);
    }

    @Bean
    HomePeople homePeople(
            PeopleReport people,
            TieReport ties,
            EngagementRepository engagements,
            OpenQuestionLookup questions,
            ActionFormFactory actions,
            SlowAnswers<HomePeople.ReturnedKey, List<UUID>> returnedPeople) {
        return new HomePeople(people, ties, engagements, questions, actions, returnedPeople);
    }

    @Bean
    SlowAnswers<HomePeople.ReturnedKey, List<UUID>> returnedPeople() {
        return new SlowAnswers<>("home-people", QUICK, WAIT);
    }

    @Bean
    SlowAnswers<BrandTrend.TrendKey, DayFiguresCache.FiguresOfDays> trendFigures() {
        return new SlowAnswers<>("home-trend", QUICK, WAIT);
    }

    @Bean
    BrandTrend brandTrend(
            AsOfResolver resolver,
            ObjectProvider<DayFiguresCache> days,
            SlowAnswers<BrandTrend.TrendKey, DayFiguresCache.FiguresOfDays> trendFigures) {
        return new BrandTrend(resolver, days.getIfAvailable(), trendFigures);
    }

    @Bean
    BrandOverview brandOverview(AsOfResolver days, BrandReport figures) {
        return new BrandOverview(days, figures);
    }

    @Bean
    StartGuideReader startGuideReader(
            BrandCatalogue catalogue, AsOfResolver days, PeopleReport people, BrandReport figures) {
        return new StartGuideReader(catalogue, days, people, figures);
    }

    @Bean
    PersonTrend personTrend(ObjectProvider<ScoringDaysClient> scoring) {
        return new PersonTrend(scoring.getIfAvailable());
    }

    @Bean
    AsOfResolver asOfResolver(BrandDayRepository<BrandScoreChanged> days, CurrentDayLookup currentDays) {
        return new AsOfResolver(days, currentDays);
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
    SuggestionHandler suggestionHandler(SuggestionService suggestions) {
        return new SuggestionHandler(suggestions, Clock.systemUTC());
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
