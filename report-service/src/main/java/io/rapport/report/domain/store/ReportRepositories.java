package io.rapport.report.domain.store;

import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.brand.IntakeRejectionRepository;
import io.rapport.report.domain.branding.BrandingRepository;
import io.rapport.report.domain.content.ContentRepository;
import io.rapport.report.domain.conversation.DismissalRepository;
import io.rapport.report.domain.engagement.CorrectionRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.JudgementRepository;
import io.rapport.report.domain.goal.GoalRepository;
import io.rapport.report.domain.identity.ClientRowRepository;
import io.rapport.report.domain.identity.IdentityRepository;
import io.rapport.report.domain.month.CompletedMonthRepository;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.report.domain.reminder.ReminderRepository;
import io.rapport.report.domain.story.StoryRepository;
import io.rapport.report.domain.subscription.SubscriptionRepository;
import io.rapport.report.domain.suggestion.SuggestionRepository;
import io.rapport.report.domain.tie.TieRepository;
import io.rapport.report.domain.webhook.DeliveryQueue;

/** The repositories of all projections and of the corrections. */
public interface ReportRepositories {

    /** Current and earlier relationships. */
    RelationshipRepository relationships();

    /** Brand scores by day. */
    BrandDayRepository<BrandScoreChanged> brandDays();

    /** Sentiment spread of brands by day. */
    BrandDayRepository<SentimentSpreadChanged> spreadDays();

    /** Content measurements by channel and day. */
    ContentRepository contents();

    /** The deliveries of webhooks that wait. */
    DeliveryQueue deliveryQueue();

    /** Handles and profiles. */
    IdentityRepository identities();

    /** Engagements by handle. */
    EngagementRepository engagements();

    /** Judgements of texts by analysers. */
    JudgementRepository judgements();

    /** Rows of client lists. */
    ClientRowRepository clients();

    /** Marks of erased handles. */
    ErasedHandleRepository erasures();

    /** Corrections of sentiments by people. */
    CorrectionRepository corrections();

    /** Goals of brands. */
    GoalRepository goals();

    /** The logo and the colour of agencies. */
    BrandingRepository brandings();

    /** The newest completed months of brands. */
    CompletedMonthRepository completedMonths();

    /** Subscriptions to months. */
    SubscriptionRepository subscriptions();

    /** Stories about people. */
    StoryRepository stories();

    /** Reminders about people. */
    ReminderRepository reminders();

    /** Dismissed suggestions about people. */
    SuggestionRepository suggestions();

    /** Decisions of people that questions need no answer. */
    DismissalRepository dismissals();

    /** What intake rejected. */
    IntakeRejectionRepository intakeRejections();

    /** Ties between people. */
    TieRepository ties();
}
