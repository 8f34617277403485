package io.rapport.report.config;

import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.contracts.story.PersonStories;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.report.domain.branding.BrandingService;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRepository;
import io.rapport.report.domain.decision.PersonDecisionRecorder;
import io.rapport.report.domain.decision.PersonDecisionRepository;
import io.rapport.report.domain.goal.BenchmarkReport;
import io.rapport.report.domain.goal.GoalService;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.reminder.ReminderService;
import io.rapport.report.domain.story.StoryService;
import io.rapport.report.domain.suggestion.EvidenceLookup;
import io.rapport.report.domain.suggestion.SuggestionService;
import io.rapport.report.projection.DecisionEventPublisher;
import io.rapport.report.store.MongoReportStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goals, branding, stories, reminders and dismissed suggestions, with their outboxes. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    DecisionEventPublisher<BrandGoalsSet> goalPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofGoals(store.goals(), publisher, topics.created());
    }

    @Bean
    GoalService goalService(
            MongoReportStore store, ProjectionRunner runner, DecisionEventPublisher<BrandGoalsSet> publisher) {
        return new GoalService(store.goals(), recorder(store.goals(), runner, publisher));
    }

    @Bean
    BenchmarkReport benchmarkReport(MongoReportStore store) {
        return new BenchmarkReport(store.brandDays());
    }

    @Bean
    DecisionEventPublisher<AgencyBranded> brandingPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofBranding(store.brandings(), publisher, topics.created());
    }

    @Bean
    BrandingService brandingService(
            MongoReportStore store, ProjectionRunner runner, DecisionEventPublisher<AgencyBranded> publisher) {
        return new BrandingService(store.brandings(), recorder(store.brandings(), runner, publisher));
    }

    @Bean
    DecisionEventPublisher<PersonStories> storyPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofStories(store.stories(), publisher, topics.created());
    }

    @Bean
    StoryService storyService(
            MongoReportStore store,
            PersonDirectory directory,
            SuppressionHashes suppressions,
            ProjectionRunner runner,
            DecisionEventPublisher<PersonStories> publisher) {
        var recorder = recorder(store.stories(), directory, suppressions, runner, publisher);
        return new StoryService(store.stories(), directory, recorder);
    }

    @Bean
    DecisionEventPublisher<PersonReminders> reminderPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofReminders(store.reminders(), publisher, topics.created());
    }

    @Bean
    ReminderService reminderService(
            MongoReportStore store,
            PersonDirectory directory,
            SuppressionHashes suppressions,
            ProjectionRunner runner,
            DecisionEventPublisher<PersonReminders> publisher) {
        var recorder = recorder(store.reminders(), directory, suppressions, runner, publisher);
        return new ReminderService(store.reminders(), directory, recorder);
    }

    @Bean
    DecisionEventPublisher<PersonSuggestions> suggestionPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofSuggestions(store.suggestions(), publisher, topics.created());
    }

    @Bean
    SuggestionService suggestionService(
            MongoReportStore store,
            PersonDirectory directory,
            SuppressionHashes suppressions,
            ProjectionRunner runner,
            DecisionEventPublisher<PersonSuggestions> publisher) {
        var recorder = recorder(store.suggestions(), directory, suppressions, runner, publisher);
        return new SuggestionService(store.suggestions(), EvidenceLookup.of(store.engagements()), directory, recorder);
    }

    private static <E> PersonDecisionRecorder<E> recorder(
            PersonDecisionRepository<E> decisions,
            PersonDirectory directory,
            SuppressionHashes suppressions,
            ProjectionRunner runner,
            DecisionEventPublisher<E> publisher) {
        return new PersonDecisionRecorder<>(
                decisions, directory, suppressions::isPersonSuppressed, recorder(decisions, runner, publisher));
    }

    static <E> DecisionRecorder<E> recorder(
            DecisionRepository<E> decisions, ProjectionRunner runner, DecisionEventPublisher<E> publisher) {
        return new DecisionRecorder<>(runner::isCaughtUp, decisions::saveNextVersion, publisher::publish);
    }
}
