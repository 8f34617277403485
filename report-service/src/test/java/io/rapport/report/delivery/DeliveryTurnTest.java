package io.rapport.report.delivery;

import static io.rapport.report.delivery.WebhookFixture.CRM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import io.rapport.contracts.webhook.WebhookConfiguredBuilder;
import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.messaging.json.Json;
import io.rapport.report.delivery.WebhookTarget.ReceivedDelivery;
import io.rapport.report.domain.webhook.DeliveryAttempt;
import io.rapport.report.domain.webhook.WebhookSecrets;
import io.rapport.test.TestMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTurnTest {

    private static final Duration DEADLINE = Duration.ofMillis(400);

    private final TestMongo mongo = TestMongo.embedded();
    private WebhookFixture fixture;

    @BeforeEach
    void start() {
        fixture = new WebhookFixture(
                mongo.database("webhooks_test"), WebhookFixture.settings(DEADLINE, Duration.ofMillis(10), 2));
    }

    @AfterEach
    void stop() {
        fixture.close();
        mongo.close();
    }

    /** The target fails for a while, answers too late for a while, answers what it received late, and comes back. */
    @Test
    void eachOfAThousandDeliveriesArrivesSignedAndInOrderOfItsPerson() {
        var answered = ConcurrentHashMap.<String>newKeySet();
        try (var target = new WebhookTarget(delivery -> {
            var status = delivery.number() % 200 == 20 ? 0 : delivery.number() % 25 == 3 ? 503 : 204;
            if (status == 204) {
                answered.add(delivery.id());
            }
            return delivery.number() < 5 ? 500 : status;
        })) {
            var secret = fixture.create(CRM, target.url(), 0);
            fixture.enqueue(CRM, 1_000, 25);
            var ids = fixture.store.deliveryQueue().next(CRM, 2_000).stream()
                    .map(each -> each.messageId())
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(1_000);

            deliverAll();

            assertThat(answered).containsAll(ids);
            assertThat(fixture.store.deliveryQueue().count(CRM, 10)).isZero();
            assertThat(fixture.webhook(CRM).progress().failures()).isZero();
            target.received.forEach(each -> verify(secret, each));
            assertInOrderOfPeople(target.received);
            assertThat(fixture.store.deliveryLog().find(CRM))
                    .hasSize(200)
                    .anyMatch(attempt -> !attempt.isDelivered())
                    .anyMatch(DeliveryAttempt::isDelivered);
        }
    }

    @Test
    void anInstanceThatStoppedIsFollowedByAnotherOneWhenItsLeaseEnds() {
        try (var target = new WebhookTarget(delivery -> 200)) {
            fixture.create(CRM, target.url(), 0);
            fixture.enqueue(CRM, 3, 1);
            var now = fixture.now.get();
            fixture.store.deliveryLeases().tryAcquire(CRM, "stopped", now, now.plusSeconds(60));
            assertThat(fixture.turn("other").run(CRM)).isFalse();
            assertThat(target.received).isEmpty();

            fixture.now.set(now.plusSeconds(60));
            fixture.turn("other").run(CRM);
            assertThat(target.received).hasSize(3);
        }
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        try (var target = new WebhookTarget(delivery -> 302)) {
            fixture.create(CRM, target.url(), 0);
            fixture.enqueue(CRM, 1, 1);
            fixture.turn("a").run(CRM);
            assertThat(fixture.webhook(CRM).progress().error())
                    .isEqualTo("localhost answered 302. Redirects are not followed: set the address it redirects to.");
            assertThat(target.received).hasSize(1);
        }
    }

    @Test
    void aTargetThatIsGoneIsDisabledAndItsQueueCleared() {
        try (var target = new WebhookTarget(delivery -> delivery.number() < 2 ? 200 : 410)) {
            fixture.create(CRM, target.url(), 0);
            fixture.enqueue(CRM, 10, 1);
            fixture.turn("a").run(CRM);
            assertThat(fixture.webhook(CRM).progress().disabled()).isTrue();
            assertThat(fixture.webhook(CRM).progress().error()).startsWith("Disabled: localhost answered 410.");
            assertThat(fixture.webhook(CRM).progress().positions()).containsEntry("relationship-0", 2L);
            assertThat(fixture.store.deliveryQueue().count(CRM, 1)).isZero();
            assertThat(fixture.turn("a").run(CRM)).isFalse();
        }
    }

    @Test
    void aQueueThatIsTooLongIsDisabled() {
        try (var target = new WebhookTarget(delivery -> 500)) {
            fixture.create(CRM, target.url(), 0);
            fixture.enqueue(CRM, 5_001, 10);
            fixture.turn("a").run(CRM);
            assertThat(fixture.webhook(CRM).progress().error())
                    .isEqualTo("Disabled: more than 5000 deliveries wait. The last attempt: localhost answered 500.");
        }
    }

    @Test
    void bothSecretsSignUntilTheOldOneEnds() {
        try (var target = new WebhookTarget(delivery -> 200)) {
            var old = fixture.create(CRM, target.url(), 0);
            var added = fixture.secrets.create(CRM);
            var until = fixture.now.get().plusSeconds(2);
            fixture.webhooks.save(
                    CRM,
                    fixture.now.get(),
                    state -> WebhookConfiguredBuilder.builder(state)
                            .secrets(WebhookSecrets.rotated(added.encrypted(), state.secrets()))
                            .oldSecretUntil(until)
                            .build());
            fixture.enqueue(CRM, 1, 1);
            fixture.turn("a").run(CRM);
            verify(old, target.received.get(0));
            verify(added.text(), target.received.get(0));

            fixture.now.set(until);
            fixture.enqueue(CRM, 1, 1);
            fixture.turn("a").run(CRM);
            verify(added.text(), target.received.get(1));
            assertThat(target.received.get(1).headers().get("Webhook-signature").get(0))
                    .doesNotContain(" ");
        }
    }

    /** A replay fills the queue first; what a turn delivered meanwhile does not move its positions. */
    @Test
    void theQueueIsFilledBeforeTheFirstDelivery() {
        try (var target = new WebhookTarget(delivery -> 200)) {
            fixture.create(CRM, target.url(), 0);
            fixture.filler.set(webhook -> fixture.enqueue(CRM, 4, 2));
            fixture.webhooks.saveProgress(
                    CRM, fixture.now.get(), any -> true, before -> WebhookProgress.from(Map.of("relationship-0", 1L)));
            fixture.turn("a").run(CRM);
            assertThat(target.received).hasSize(4);
            assertThat(fixture.webhook(CRM).progress().catchingUp()).isFalse();
            assertThat(fixture.webhook(CRM).progress().positions())
                    .isEqualTo(Map.of("relationship-0", 3L, "relationship-1", 4L));
        }
    }

    /** Another instance takes over after every few turns, and nothing but the store is left of the one before. */
    private void deliverAll() {
        var turns = new AtomicInteger();
        while (fixture.store.deliveryQueue().count(CRM, 1) > 0) {
            fixture.turn("instance-" + turns.getAndIncrement() / 5).run(CRM);
            var next = fixture.webhook(CRM).progress().nextAttemptAt();
            if (next != null) {
                fixture.now.set(next);
            }
        }
    }

    private static void verify(String secret, ReceivedDelivery delivery) {
        assertThatCode(() -> new Webhook(secret).verify(delivery.body(), delivery.httpHeaders()))
                .doesNotThrowAnyException();
    }

    /** The first arrivals of each person's events are in the order of the topic. */
    private static void assertInOrderOfPeople(List<ReceivedDelivery> received) {
        var byPerson = new HashMap<Integer, List<Integer>>();
        for (var delivery : received) {
            var body = Json.mapper().readTree(delivery.body());
            var numbers = byPerson.computeIfAbsent(body.get("person").intValue(), person -> new ArrayList<>());
            if (!numbers.contains(body.get("n").intValue())) {
                numbers.add(body.get("n").intValue());
            }
        }
        assertThat(byPerson).hasSize(25);
        byPerson.forEach((person, numbers) -> assertThat(numbers)
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> person + i * 25).toList()));
    }
}
