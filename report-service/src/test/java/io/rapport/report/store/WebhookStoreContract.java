package io.rapport.report.store;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.report.domain.webhook.DeliveryAttempt;
import io.rapport.report.domain.webhook.DeliveryLog;
import io.rapport.report.domain.webhook.QueuedDelivery;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of every engine: webhooks, their queues, logs and leases. */
abstract class WebhookStoreContract extends BrandFiguresContract {

    private static final WebhookKey CRM = new WebhookKey("north", "crm");
    private static final WebhookKey CRM_2 = new WebhookKey("north", "crm-2");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void webhooksAreSavedByVersionAndFoundByAgency() {
        var first = webhook(CRM, 1, Map.of("relationship-0", 7L));
        assertThat(store.webhooks().saveNextVersion(first)).isTrue();
        assertThat(store.webhooks().saveNextVersion(first)).isFalse();
        store.webhooks().saveNewer(List.of(webhook(new WebhookKey("south", "crm"), 4, Map.of())));

        assertThat(store.webhooks().find(CRM)).contains(first);
        assertThat(store.webhooks().findAll("north")).containsExactly(first);
        assertThat(store.webhooks().findPending()).containsExactly(first);
        store.webhooks().markPublished(first);
        assertThat(store.webhooks().findPending()).isEmpty();
    }

    @Test
    void deliveriesLeaveAQueueInTheOrderOfTheTopic() {
        var queue = store.deliveryQueue();
        var added = IntStream.range(0, 30)
                .mapToObj(i -> delivery(CRM, 1_000 - i * 7, i % 3, "a" + i))
                .toList();
        queue.add(added);
        queue.add(added.subList(0, 5));
        queue.add(List.of(delivery(CRM_2, 1, 0, "other")));
        queue.add(List.of());

        assertThat(queue.count(CRM, 100)).isEqualTo(30);
        assertThat(queue.count(CRM, 10)).isEqualTo(10);
        var next = queue.next(CRM, 100);
        assertThat(next).hasSameElementsAs(added);
        assertThat(next).extracting(QueuedDelivery::offset).isSorted();
        queue.remove(next.subList(0, 29));
        assertThat(queue.next(CRM, 100)).containsExactly(next.get(29));
        queue.clear(CRM);
        assertThat(queue.next(CRM, 1)).isEmpty();
        assertThat(queue.next(CRM_2, 10)).hasSize(1);
    }

    @Test
    void deliveriesAboutAnErasedPersonAreRemoved() {
        var queue = store.deliveryQueue();
        queue.add(List.of(delivery(CRM, 1, 0, "anna"), delivery(CRM, 2, 0, "bert"), delivery(CRM_2, 1, 0, "anna")));
        queue.erase(new BrandKey("north", "other"), person("anna"));
        assertThat(queue.count(CRM, 10)).isEqualTo(2);

        queue.erase(ACME, person("anna"));

        assertThat(queue.next(CRM, 10)).extracting(QueuedDelivery::offset).containsExactly(2L);
        assertThat(queue.next(CRM_2, 10)).isEmpty();
    }

    @Test
    void aLogKeepsTheNewestAttempts() {
        var log = store.deliveryLog();
        log.add(CRM, List.of(attempt(0, null), attempt(1, "crm.example answered 500.")));
        log.add(
                CRM,
                IntStream.range(2, DeliveryLog.MAX_ATTEMPTS + 1)
                        .mapToObj(i -> attempt(i, null))
                        .toList());

        var kept = log.find(CRM);
        assertThat(kept).hasSize(DeliveryLog.MAX_ATTEMPTS);
        assertThat(kept.get(0)).isEqualTo(attempt(DeliveryLog.MAX_ATTEMPTS, null));
        assertThat(kept.get(kept.size() - 1)).isEqualTo(attempt(1, "crm.example answered 500."));
        assertThat(log.find(CRM_2)).isEmpty();
        log.delete(CRM);
        assertThat(log.find(CRM)).isEmpty();
    }

    @Test
    void oneInstanceAtATimeHoldsALease() {
        var leases = store.deliveryLeases();
        assertThat(leases.tryAcquire(CRM, "a", AT, AT.plusSeconds(60))).isTrue();
        assertThat(leases.tryAcquire(CRM, "b", AT.plusSeconds(59), AT.plusSeconds(120)))
                .isFalse();
        assertThat(leases.tryAcquire(CRM, "a", AT.plusSeconds(59), AT.plusSeconds(120)))
                .isTrue();
        leases.release(CRM, "b");
        assertThat(leases.tryAcquire(CRM, "b", AT.plusSeconds(119), AT.plusSeconds(180)))
                .isFalse();
        assertThat(leases.tryAcquire(CRM, "b", AT.plusSeconds(120), AT.plusSeconds(180)))
                .isTrue();
        leases.release(CRM, "b");
        assertThat(leases.tryAcquire(CRM, "a", AT, AT.plusSeconds(60))).isTrue();
    }

    private static WebhookConfigured webhook(WebhookKey key, long version, Map<String, Long> positions) {
        return new WebhookConfigured(
                key.agency(),
                key.webhook(),
                "https://crm.example/rapport",
                List.of("acme"),
                WebhookEvent.types(),
                List.of("v1.key.secret"),
                null,
                false,
                WebhookProgress.from(positions),
                "deciding",
                version,
                AT);
    }

    private static QueuedDelivery delivery(WebhookKey key, long offset, int partition, String name) {
        return new QueuedDelivery(
                key,
                WebhookEvent.RELATIONSHIP,
                partition,
                offset,
                ACME.key(person(name).toString()),
                "{\"n\": " + offset + "}");
    }

    private static DeliveryAttempt attempt(int i, @Nullable String error) {
        return new DeliveryAttempt(AT.plusSeconds(i), "msg_" + i, "score.brand.changed", i == 0 ? null : 200, error, i);
    }
}
