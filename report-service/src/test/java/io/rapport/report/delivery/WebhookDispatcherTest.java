package io.rapport.report.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.test.TestMongo;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhookDispatcherTest {

    /** Requests to targets that never answer last longer than the test. */
    @Test
    void targetsThatNeverAnswerDelayOnlyEachOther() {
        var settings = WebhookFixture.settings(Duration.ofMinutes(10), Duration.ofSeconds(5), 2);
        try (var mongo = TestMongo.embedded();
                var fixture = new WebhookFixture(mongo.database("webhooks_test"), settings);
                var dead = new WebhookTarget(delivery -> 0);
                var healthy = new WebhookTarget(delivery -> 200);
                var dispatcher = WebhookDispatcher.of(fixture.tools(), settings, fixture.clock(), () -> true)) {
            for (var name : new String[] {"a", "b", "c"}) {
                var key = new WebhookKey("north", name);
                fixture.create(key, dead.url(), 1);
                fixture.enqueue(key, 1, 1);
            }
            var crm = WebhookFixture.CRM;
            dispatcher.start();
            await().until(() -> dead.received.size() == 1);

            fixture.create(crm, healthy.url(), 0);
            fixture.enqueue(crm, 250, 10);

            await().until(() -> healthy.received.size() == 250);
            assertThat(dead.received).hasSize(1);
        }
    }

    @Test
    void nothingIsDeliveredBeforeTheProjectionsHaveCaughtUp() {
        var settings = WebhookFixture.settings(Duration.ofSeconds(10), Duration.ofSeconds(5), 2);
        try (var mongo = TestMongo.embedded();
                var fixture = new WebhookFixture(mongo.database("webhooks_test"), settings);
                var target = new WebhookTarget(delivery -> 200);
                var dispatcher = WebhookDispatcher.of(fixture.tools(), settings, fixture.clock(), () -> false)) {
            fixture.create(WebhookFixture.CRM, target.url(), 0);
            fixture.enqueue(WebhookFixture.CRM, 1, 1);
            dispatcher.dispatch();
            assertThat(fixture.store
                            .deliveryLeases()
                            .tryAcquire(WebhookFixture.CRM, "x", fixture.now.get(), fixture.now.get()))
                    .isTrue();
            assertThat(target.received).isEmpty();
        }
    }
}
