package io.rapport.report.projection;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.story.PersonStories;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.report.domain.store.EventOutbox;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Publishes decisions of users: each at once when it is made, and every five seconds those that are still pending in the outbox, for
 * example because the broker was away or the service stopped. Delivery is at-least-once; consumers drop versions they have.
 *
 * @param <E> the type of the events
 */
public final class DecisionEventPublisher<E> implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionEventPublisher.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(12);
    private static final Duration OUTBOX_INTERVAL = Duration.ofSeconds(5);

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(DecisionEventPublisher::thread);
    private final EventOutbox<E> outbox;
    private final EventPublisher publisher;
    private final JsonSerde<E> serde;
    private final Function<E, EventHeader> header;

    /** The topic and the attributes of an event. */
    private record EventHeader(Topic topic, CloudEvent cloud) {}

    private DecisionEventPublisher(
            Class<E> type,
            EventOutbox<E> outbox,
            EventPublisher publisher,
            CompletableFuture<?> topics,
            Function<E, EventHeader> header) {
        this.serde = new JsonSerde<>(type);
        this.outbox = outbox;
        this.publisher = publisher;
        this.header = header;
        topics.thenRun(() -> worker.scheduleWithFixedDelay(
                this::publishPending, 0, OUTBOX_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Publishes corrections that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<SentimentCorrected> ofCorrections(
            EventOutbox<SentimentCorrected> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                SentimentCorrected.class,
                outbox,
                publisher,
                topics,
                event -> outgoing(
                        Topic.SENTIMENT_CORRECTED,
                        new HandleKey(event.brandKey(), event.channel(), event.handle()),
                        event.engagement() + "#" + event.version(),
                        event.at()));
    }

    /** Publishes dismissals that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<ConversationDismissed> ofDismissals(
            EventOutbox<ConversationDismissed> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                ConversationDismissed.class,
                outbox,
                publisher,
                topics,
                event -> outgoing(
                        Topic.CONVERSATION_DISMISSED,
                        event.handleKey(),
                        event.handleKey().key() + "#" + event.version(),
                        event.at()));
    }

    /** Publishes goals that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<BrandGoalsSet> ofGoals(
            EventOutbox<BrandGoalsSet> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                BrandGoalsSet.class,
                outbox,
                publisher,
                topics,
                event -> state(Topic.BRAND_GOALS, event.brandKey().key(), event.version(), event.at()));
    }

    /** Publishes the branding of agencies that is pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<AgencyBranded> ofBranding(
            EventOutbox<AgencyBranded> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                AgencyBranded.class,
                outbox,
                publisher,
                topics,
                event -> state(Topic.AGENCY_BRANDING, TopicKeys.join(event.agency()), event.version(), event.at()));
    }

    /** Publishes stories that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<PersonStories> ofStories(
            EventOutbox<PersonStories> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                PersonStories.class,
                outbox,
                publisher,
                topics,
                event -> state(
                        Topic.PERSON_STORIES,
                        event.brandKey().key(event.person().toString()),
                        event.version(),
                        event.at()));
    }

    /** Publishes reminders that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<PersonReminders> ofReminders(
            EventOutbox<PersonReminders> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                PersonReminders.class,
                outbox,
                publisher,
                topics,
                event -> state(
                        Topic.PERSON_REMINDERS,
                        event.brandKey().key(event.person().toString()),
                        event.version(),
                        event.at()));
    }

    /** Publishes dismissed suggestions that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<PersonSuggestions> ofSuggestions(
            EventOutbox<PersonSuggestions> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                PersonSuggestions.class,
                outbox,
                publisher,
                topics,
                event -> state(
                        Topic.PERSON_SUGGESTIONS,
                        event.brandKey().key(event.person().toString()),
                        event.version(),
                        event.at()));
    }

    /** Publishes webhooks that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<WebhookConfigured> ofWebhooks(
            EventOutbox<WebhookConfigured> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                WebhookConfigured.class,
                outbox,
                publisher,
                topics,
                event -> state(Topic.WEBHOOK_CONFIGURED, event.webhookKey().key(), event.version(), event.at()));
    }

    /** Publishes subscriptions that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<SubscriptionSaved> ofSubscriptions(
            EventOutbox<SubscriptionSaved> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                SubscriptionSaved.class,
                outbox,
                publisher,
                topics,
                event -> state(Topic.SUBSCRIPTION_SAVED, event.key(), event.version(), event.at()));
    }

    /** Publishes completed months that are pending in the outbox once the topics are created. */
    public static DecisionEventPublisher<MonthCompleted> ofMonths(
            EventOutbox<MonthCompleted> outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        return new DecisionEventPublisher<>(
                MonthCompleted.class,
                outbox,
                publisher,
                topics,
                event -> state(Topic.MONTH_COMPLETED, event.brandKey().key(), event.sequence(), event.at()));
    }

    /** Publishes an event; returns false if the broker did not acknowledge it. It then stays in the outbox. */
    public boolean publish(E event) {
        var target = header.apply(event);
        try {
            publisher
                    .publish(target.topic().name(), serde.write(event), target.cloud())
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            outbox.markPublished(event);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A decision could not be published and stays in the outbox: {}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private void publishPending() {
        try {
            for (var event : outbox.findPending()) {
                if (!publish(event)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("An outbox could not be read, retrying: {}", e.toString());
        }
    }

    private static EventHeader state(Topic topic, String key, long version, Instant at) {
        return new EventHeader(topic, CloudEvent.state(topic, "report", key, version, at));
    }

    private static EventHeader outgoing(Topic topic, HandleKey handle, String id, Instant at) {
        var eventId = DeterministicIds.of(topic.name(), handle.brand().key(id)).toString();
        return new EventHeader(topic, new CloudEvent(eventId, topic.type(), "urn:rapport:report", handle.key(), at));
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "decisions");
        thread.setDaemon(true);
        return thread;
    }
}
