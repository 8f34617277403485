package io.rapport.report.projection;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.json.Json;
import io.rapport.report.domain.webhook.DeliveryQueue;
import io.rapport.report.domain.webhook.QueuedDelivery;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/** Adds records of public topics to the queues of the webhooks they are for. Idempotent. */
public final class WebhookEnqueuer {

    private final Supplier<Collection<WebhookConfigured>> webhooks;
    private final DeliveryQueue queue;

    /** Where a record was read: {@code topic-partition@offset}. */
    private record Position(int partition, long offset) {

        static Position of(ReceivedRecord<?> received) {
            var origin = received.origin();
            var at = origin.lastIndexOf('@');
            var dash = origin.lastIndexOf('-', at);
            return new Position(
                    Integer.parseInt(origin.substring(dash + 1, at)), Long.parseLong(origin.substring(at + 1)));
        }
    }

    /**
     * An enqueuer.
     *
     * @param webhooks the webhooks to which events are delivered
     */
    public WebhookEnqueuer(Supplier<Collection<WebhookConfigured>> webhooks, DeliveryQueue queue) {
        this.webhooks = webhooks;
        this.queue = queue;
    }

    /** Adds a batch of a topic to the queues of all webhooks; tombstones are left out. */
    <V> void add(WebhookEvent event, List<ReceivedRecord<V>> batch) {
        add(event, batch, webhooks.get());
    }

    /** Adds a batch of a topic to the queues of these webhooks. */
    <V> void add(WebhookEvent event, List<ReceivedRecord<V>> batch, Collection<WebhookConfigured> receivers) {
        var interested = receivers.stream()
                .filter(webhook -> webhook.events().contains(event.type()))
                .toList();
        if (interested.isEmpty()) {
            return;
        }
        var added = new ArrayList<QueuedDelivery>();
        for (var received : batch) {
            if (received.value() != null) {
                addDeliveries(event, received, interested, added);
            }
        }
        queue.add(added);
    }

    private static void addDeliveries(
            WebhookEvent event,
            ReceivedRecord<?> received,
            List<WebhookConfigured> receivers,
            List<QueuedDelivery> added) {
        var key = TopicKeys.split(received.key());
        var position = Position.of(received);
        var matching = receivers.stream()
                .filter(webhook -> matches(webhook, key.get(0), key.get(1)) && isAhead(webhook, event, position))
                .toList();
        if (!matching.isEmpty()) {
            var body = body(event, received);
            matching.forEach(webhook -> added.add(new QueuedDelivery(
                    webhook.webhookKey(), event, position.partition(), position.offset(), received.key(), body)));
        }
    }

    private static boolean matches(WebhookConfigured webhook, String agency, String brand) {
        return webhook.agency().equals(agency)
                && (webhook.brands().isEmpty() || webhook.brands().contains(brand));
    }

    /** Whether a record is not delivered yet. */
    private static boolean isAhead(WebhookConfigured webhook, WebhookEvent event, Position position) {
        var next = webhook.progress().positions().getOrDefault(event.position(position.partition()), 0L);
        return position.offset() >= next;
    }

    private static String body(WebhookEvent event, ReceivedRecord<?> received) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", event.type());
        body.put("timestamp", received.timestamp().toString());
        body.put("data", received.value());
        return Json.mapper().writeValueAsString(body);
    }
}
