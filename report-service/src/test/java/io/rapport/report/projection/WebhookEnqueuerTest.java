package io.rapport.report.projection;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookConfiguredBuilder;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.json.Json;
import io.rapport.report.domain.webhook.DeliveryQueue;
import io.rapport.report.domain.webhook.QueuedDelivery;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookEnqueuerTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final BrandKey CAFE = new BrandKey("north", "cafe");

    private final List<WebhookConfigured> webhooks = new ArrayList<>();
    private final AddedDeliveries queue = new AddedDeliveries();
    private final WebhookEnqueuer enqueuer = new WebhookEnqueuer(() -> webhooks, queue);

    @Test
    void anEventGoesToTheWebhooksOfItsAgencyBrandAndType() {
        webhooks.add(webhook("north", "all"));
        webhooks.add(WebhookConfiguredBuilder.builder(webhook("north", "cafe"))
                .brands(List.of("cafe"))
                .build());
        webhooks.add(WebhookConfiguredBuilder.builder(webhook("north", "brands"))
                .events(List.of("score.brand.changed"))
                .build());
        webhooks.add(webhook("south", "other-agency"));

        enqueuer.add(WebhookEvent.RELATIONSHIP, List.of(record(ACME, 0, 5), record(CAFE, 1, 6)));

        assertThat(queue.added)
                .extracting(each -> each.webhook().webhook(), QueuedDelivery::offset)
                .containsExactly(tuple("all", 5L), tuple("all", 6L), tuple("cafe", 6L));
    }

    @Test
    void whatIsDeliveredAlreadyIsNotAddedAgain() {
        webhooks.add(WebhookConfiguredBuilder.builder(webhook("north", "all"))
                .progress(WebhookProgress.from(Map.of("relationship-0", 6L, "relationship-1", 9L)))
                .build());
        enqueuer.add(
                WebhookEvent.RELATIONSHIP,
                List.of(record(ACME, 0, 5), record(ACME, 0, 6), record(ACME, 1, 8), record(ACME, 2, 0)));
        assertThat(queue.added)
                .extracting(QueuedDelivery::partition, QueuedDelivery::offset)
                .containsExactly(tuple(0, 6L), tuple(2, 0L));
    }

    @Test
    void theBodyIsTheEventWithItsTypeAndTime() {
        webhooks.add(webhook("north", "all"));
        enqueuer.add(WebhookEvent.RELATIONSHIP, List.of(record(ACME, 0, 5), tombstone()));
        assertThat(queue.added).hasSize(1);
        var body = Json.mapper().readTree(queue.added.get(0).body());
        assertThat(body.get("type").stringValue()).isEqualTo("score.relationship.changed");
        assertThat(body.get("timestamp").stringValue()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(Json.mapper().treeToValue(body.get("data"), RelationshipScoreChanged.class))
                .isEqualTo(relationship("anna").of(ACME).state());
    }

    private static WebhookConfigured webhook(String agency, String name) {
        return new WebhookConfigured(
                agency,
                name,
                "https://crm.example/",
                List.of(),
                List.of("score.relationship.changed"),
                List.of(),
                null,
                false,
                WebhookProgress.from(Map.of()),
                "deciding",
                1,
                AT);
    }

    private static ReceivedRecord<RelationshipScoreChanged> record(BrandKey brand, int partition, long offset) {
        return received(relationship("anna").of(brand).state(), brand, partition, offset);
    }

    private static ReceivedRecord<RelationshipScoreChanged> tombstone() {
        return received(null, ACME, 0, 9);
    }

    private static ReceivedRecord<RelationshipScoreChanged> received(
            @Nullable RelationshipScoreChanged value, BrandKey brand, int partition, long offset) {
        return new ReceivedRecord<>(
                brand.key(person("anna").toString()),
                value,
                AT,
                "rapport.score.relationship.changes.v1-" + partition + "@" + offset);
    }

    private static final class AddedDeliveries implements DeliveryQueue {

        private final List<QueuedDelivery> added = new ArrayList<>();

        @Override
        public void add(Collection<QueuedDelivery> deliveries) {
            added.addAll(deliveries);
        }

        @Override
        public List<QueuedDelivery> next(WebhookKey webhook, int limit) {
            return List.of();
        }

        @Override
        public void remove(Collection<QueuedDelivery> deliveries) {
            added.removeAll(deliveries);
        }

        @Override
        public void clear(WebhookKey webhook) {
            added.clear();
        }

        @Override
        public long count(WebhookKey webhook, int limit) {
            return added.size();
        }

        @Override
        public void erase(BrandKey brand, UUID person) {
            added.clear();
        }
    }
}
