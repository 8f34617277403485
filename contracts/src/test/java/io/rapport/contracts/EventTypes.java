package io.rapport.contracts;

import static java.util.Map.entry;

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
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Every event type by name, with its record and its schema. */
final class EventTypes {

    static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            entry("engagement.received", EngagementReceived.class),
            entry("engagement.rejected", EngagementRejected.class),
            entry("brand.registered", BrandRegistered.class),
            entry("brand.day", BrandDayTurned.class),
            entry("brand.day.set", BrandDaySet.class),
            entry("client.listed", ClientListed.class),
            entry("client.columns", ClientColumnsMapped.class),
            entry("engagement.columns", EngagementColumnsMapped.class),
            entry("connection.configured", ConnectionConfigured.class),
            entry("connection.progressed", ConnectionProgressed.class),
            entry("delivery.rejected", DeliveryRejected.class),
            entry("session.opened", SessionOpened.class),
            entry("user.registered", UserRegistered.class),
            entry("token.used", TokenUsed.class),
            entry("link.issued", LinkIssued.class),
            entry("token.issued", TokenIssued.class),
            entry("sentiment.judged", SentimentJudged.class),
            entry("sentiment.corrected", SentimentCorrected.class),
            entry("sentiment.remembered", PolarityRemembered.class),
            entry("conversation.dismissed", ConversationDismissed.class),
            entry("identity.assigned", HandleAssigned.class),
            entry("identity.person", PersonDescribed.class),
            entry("identity.policy", PolicySet.class),
            entry("person.erased", PersonErased.class),
            entry("erasure.done", ErasureDone.class),
            entry("score.relationship", RelationshipScoreChanged.class),
            entry("score.brand", BrandScoreChanged.class),
            entry("sentiment.spread", SentimentSpreadChanged.class),
            entry("content.resonance", ContentMeasured.class),
            entry("relationship.tie", RelationshipTieChanged.class),
            entry("model.published", ModelPublished.class),
            entry("model.activated", ModelActivated.class),
            entry("model.rescored", ModelRescored.class),
            entry("model.preview.requested", PreviewRequested.class),
            entry("model.preview.computed", PreviewComputed.class),
            entry("brand.goals", BrandGoalsSet.class),
            entry("agency.branding", AgencyBranded.class),
            entry("webhook.configured", WebhookConfigured.class),
            entry("subscription.saved", SubscriptionSaved.class),
            entry("month.completed", MonthCompleted.class),
            entry("person.stories", PersonStories.class),
            entry("person.reminders", PersonReminders.class),
            entry("person.suggestions", PersonSuggestions.class));

    static final Path RESOURCES = Path.of("src/main/resources");

    private EventTypes() {}

    /** The type's name within its {@code ce_type}, {@code io.rapport.<name>.v1}. */
    static String of(Topic topic) {
        return topic.type().substring("io.rapport.".length(), topic.type().length() - ".v1".length());
    }

    static JsonNode schema(String type) {
        return WireFormat.MAPPER.readTree(
                RESOURCES.resolve("schemas/" + type + ".v1.json").toFile());
    }
}
