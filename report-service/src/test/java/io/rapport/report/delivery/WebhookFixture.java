package io.rapport.report.delivery;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.secret.SecretCipher;
import io.rapport.contracts.secret.SecretKeyRing;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookConfiguredBuilder;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.webhook.QueueFiller;
import io.rapport.report.domain.webhook.QueuedDelivery;
import io.rapport.report.domain.webhook.WebhookDirectory;
import io.rapport.report.domain.webhook.WebhookEvent;
import io.rapport.report.domain.webhook.WebhookSecrets;
import io.rapport.report.domain.webhook.WebhookService;
import io.rapport.report.store.MongoReportStore;
import io.rapport.web.outbound.AddressGuard;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Webhooks on a store, with a clock that tests move. */
final class WebhookFixture implements AutoCloseable {

    static final WebhookKey CRM = new WebhookKey("north", "crm");

    private static final SecureRandom RANDOM = new SecureRandom();

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    final MongoReportStore store;
    final WebhookService webhooks;
    final WebhookSecrets secrets;
    final AtomicReference<QueueFiller> filler = new AtomicReference<>(webhook -> {});
    private final GuardedWebhookClient client;
    private final WebhookProperties settings;

    WebhookFixture(MongoDatabase database, WebhookProperties settings) {
        this.settings = settings;
        store = new MongoReportStore(database);
        store.createIndexes();
        var directory = new WebhookDirectory() {
            @Override
            public boolean isCaughtUp() {
                return true;
            }

            @Override
            public Collection<WebhookConfigured> all() {
                return store.webhooks().findAll("north");
            }
        };
        var recorder = new DecisionRecorder<WebhookConfigured>(
                () -> true, store.webhooks()::saveNextVersion, published -> true);
        webhooks = new WebhookService(store.webhooks(), directory, recorder);
        var cipher =
                new SecretCipher(SecretKeyRing.parse("a key of 16 or more"), () -> bytes(SecretCipher.NONCE_BYTES));
        secrets = new WebhookSecrets(cipher, () -> bytes(WebhookSecrets.BYTES));
        client = new GuardedWebhookClient(new AddressGuard(InetAddress::getAllByName, true), true, settings.deadline());
    }

    static WebhookProperties settings(Duration deadline, Duration firstBackoff, int threads) {
        return new WebhookProperties(
                Duration.ofMillis(20),
                deadline,
                deadline.multipliedBy(3),
                firstBackoff,
                firstBackoff.multipliedBy(2),
                Duration.ofDays(3),
                Duration.ofHours(24),
                5_000,
                threads,
                true);
    }

    /** Creates a webhook; returns its secret. */
    String create(WebhookKey key, String url, int failures) {
        var secret = secrets.create(key);
        var progress =
                new WebhookProgress(Map.of(), false, failures, failures == 0 ? null : now.get(), null, null, false);
        webhooks.save(
                key,
                now.get(),
                state -> WebhookConfiguredBuilder.builder(state)
                        .url(url)
                        .events(WebhookEvent.types())
                        .secrets(List.of(secret.encrypted()))
                        .deleted(false)
                        .progress(progress)
                        .build());
        return secret.text();
    }

    /** Adds deliveries about people in turn, numbered in the order of the topic. */
    void enqueue(WebhookKey key, int count, int people) {
        store.deliveryQueue()
                .add(IntStream.range(0, count)
                        .mapToObj(i -> new QueuedDelivery(
                                key,
                                WebhookEvent.RELATIONSHIP,
                                i % people % 3,
                                i,
                                ACME.key(person("p" + i % people).toString()),
                                "{\"person\": %d, \"n\": %d}".formatted(i % people, i)))
                        .toList());
    }

    DeliveryTools tools() {
        return new DeliveryTools(
                webhooks,
                store.deliveryQueue(),
                store.deliveryLog(),
                store.deliveryLeases(),
                webhook -> filler.get().fill(webhook),
                secrets,
                client);
    }

    DeliveryTurn turn(String instance) {
        return new DeliveryTurn(tools(), settings, instance, clock(), () -> 0.5);
    }

    WebhookConfigured webhook(WebhookKey key) {
        return webhooks.find(key).orElseThrow();
    }

    Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        client.close();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
