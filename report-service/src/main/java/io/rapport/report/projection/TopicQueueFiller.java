package io.rapport.report.projection;

import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.messaging.consume.BatchHandler;
import io.rapport.messaging.reader.StartPosition;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicSubscription;
import io.rapport.report.domain.webhook.QueueFiller;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from the positions of a webhook to their ends: after it was created, changed, or asked to deliver again. */
public final class TopicQueueFiller implements QueueFiller {

    private static final String NAME = "webhooks";

    private final TopicReaderFactory readers;
    private final WebhookEnqueuer enqueuer;
    private final ErasureFilter filter;

    /** A filler that leaves out what the filter leaves out. */
    public TopicQueueFiller(TopicReaderFactory readers, WebhookEnqueuer enqueuer, ErasureFilter filter) {
        this.readers = readers;
        this.enqueuer = enqueuer;
        this.filter = filter;
    }

    @Override
    public void fill(WebhookConfigured webhook) {
        var subscriptions = WebhookEvent.ofTypes(webhook.events()).stream()
                .map(event -> subscription(event, webhook))
                .toArray(TopicSubscription<?>[]::new);
        readers.reader(NAME, subscriptions).readToEnd(remaining -> {});
    }

    private TopicSubscription<?> subscription(WebhookEvent event, WebhookConfigured webhook) {
        var only = List.of(webhook);
        return switch (event) {
            case RELATIONSHIP ->
                subscription(
                        event,
                        webhook,
                        RelationshipScoreChanged.class,
                        batch -> enqueuer.add(event, filter.withoutErasedPersons(batch), only));
            case BRAND ->
                subscription(event, webhook, BrandScoreChanged.class, batch -> enqueuer.add(event, batch, only));
            case SPREAD ->
                subscription(event, webhook, SentimentSpreadChanged.class, batch -> enqueuer.add(event, batch, only));
            case MONTH -> subscription(event, webhook, MonthCompleted.class, batch -> enqueuer.add(event, batch, only));
        };
    }

    private static <V> TopicSubscription<V> subscription(
            WebhookEvent event, WebhookConfigured webhook, Class<V> type, BatchHandler<V> handler) {
        return new TopicSubscription<>(
                event.topic(), type, from(event, webhook.progress().positions()), handler);
    }

    /** The positions, or the oldest record that is still on the topic if that is later. */
    private static StartPosition from(WebhookEvent event, Map<String, Long> positions) {
        return (consumer, partitions, settings) -> {
            var offsets = new HashMap<TopicPartition, Long>(consumer.beginningOffsets(partitions));
            offsets.replaceAll((partition, first) ->
                    Math.max(first, positions.getOrDefault(event.position(partition.partition()), 0L)));
            return offsets;
        };
    }
}
