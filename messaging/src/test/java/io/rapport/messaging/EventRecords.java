package io.rapport.messaging;

import static java.util.Map.entry;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.contracts.access.SessionOpened;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.TokenUsed;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.contracts.brand.BrandDaySet;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.contracts.brand.EngagementColumnsMapped;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.PolarityRemembered;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.story.PersonStories;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.contracts.webhook.WebhookConfigured;
import java.util.Map;

/** The event record of every topic. */
public final class EventRecords {

    public static final Map<Topic, Class<? extends Record>> BY_TOPIC = Map.ofEntries(
            entry(Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class),
            entry(Topic.ENGAGEMENT_REJECTED, EngagementRejected.class),
            entry(Topic.BRAND_REGISTERED, BrandRegistered.class),
            entry(Topic.BRAND_DAY, BrandDayTurned.class),
            entry(Topic.BRAND_DAY_SET, BrandDaySet.class),
            entry(Topic.CLIENT_LISTED, ClientListed.class),
            entry(Topic.CLIENT_COLUMNS, ClientColumnsMapped.class),
            entry(Topic.ENGAGEMENT_COLUMNS, EngagementColumnsMapped.class),
            entry(Topic.CONNECTION_CONFIGURED, ConnectionConfigured.class),
            entry(Topic.CONNECTION_PROGRESSED, ConnectionProgressed.class),
            entry(Topic.DELIVERY_REJECTED, DeliveryRejected.class),
            entry(Topic.SESSION_OPENED, SessionOpened.class),
            entry(Topic.USER_REGISTERED, UserRegistered.class),
            entry(Topic.TOKEN_USED, TokenUsed.class),
            entry(Topic.LINK_ISSUED, LinkIssued.class),
            entry(Topic.TOKEN_ISSUED, TokenIssued.class),
            entry(Topic.SENTIMENT_JUDGED, SentimentJudged.class),
            entry(Topic.SENTIMENT_CORRECTED, SentimentCorrected.class),
            entry(Topic.SENTIMENT_REMEMBERED, PolarityRemembered.class),
            entry(Topic.CONVERSATION_DISMISSED, ConversationDismissed.class),
            entry(Topic.IDENTITY_ASSIGNED, HandleAssigned.class),
            entry(Topic.IDENTITY_PERSON, PersonDescribed.class),
            entry(Topic.IDENTITY_POLICY, PolicySet.class),
            entry(Topic.PERSON_ERASED, PersonErased.class),
            entry(Topic.ERASURE_DONE, ErasureDone.class),
            entry(Topic.RELATIONSHIP_CHANGES, RelationshipScoreChanged.class),
            entry(Topic.RELATIONSHIP_CURRENT, RelationshipScoreChanged.class),
            entry(Topic.BRAND_CHANGES, BrandScoreChanged.class),
            entry(Topic.BRAND_CURRENT, BrandScoreChanged.class),
            entry(Topic.SPREAD_CHANGES, SentimentSpreadChanged.class),
            entry(Topic.SPREAD_CURRENT, SentimentSpreadChanged.class),
            entry(Topic.CONTENT_CURRENT, ContentMeasured.class),
            entry(Topic.TIE_CURRENT, RelationshipTieChanged.class),
            entry(Topic.MODEL_PUBLISHED, ModelPublished.class),
            entry(Topic.MODEL_ACTIVATED, ModelActivated.class),
            entry(Topic.MODEL_RESCORED, ModelRescored.class),
            entry(Topic.PREVIEW_REQUESTED, PreviewRequested.class),
            entry(Topic.PREVIEW_COMPUTED, PreviewComputed.class),
            entry(Topic.BRAND_GOALS, BrandGoalsSet.class),
            entry(Topic.AGENCY_BRANDING, AgencyBranded.class),
            entry(Topic.WEBHOOK_CONFIGURED, WebhookConfigured.class),
            entry(Topic.SUBSCRIPTION_SAVED, SubscriptionSaved.class),
            entry(Topic.MONTH_COMPLETED, MonthCompleted.class),
            entry(Topic.PERSON_STORIES, PersonStories.class),
            entry(Topic.PERSON_REMINDERS, PersonReminders.class),
            entry(Topic.PERSON_SUGGESTIONS, PersonSuggestions.class));

    private EventRecords() {}
}
