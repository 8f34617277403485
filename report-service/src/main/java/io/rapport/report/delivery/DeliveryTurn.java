package io.rapport.report.delivery;

import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.contracts.webhook.WebhookProgressBuilder;
import io.rapport.report.domain.webhook.DeliveryAttempt;
import io.rapport.report.domain.webhook.DeliveryLeaseRepository;
import io.rapport.report.domain.webhook.DeliveryLog;
import io.rapport.report.domain.webhook.DeliveryQueue;
import io.rapport.report.domain.webhook.QueueFiller;
import io.rapport.report.domain.webhook.QueuedDelivery;
import io.rapport.report.domain.webhook.WebhookRetryPolicy;
import io.rapport.report.domain.webhook.WebhookSecrets;
import io.rapport.report.domain.webhook.WebhookService;
import io.rapport.web.outbound.OutboundFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what waits for one webhook, one event after the other, until one fails. Only the instance that holds the lease
 * delivers, so that the events of a person arrive in order. What was sent before a crash and not recorded is sent again.
 */
final class DeliveryTurn {

    private static final int BATCH = 100;

    private final WebhookService webhooks;
    private final DeliveryQueue queue;
    private final DeliveryLog log;
    private final DeliveryLeaseRepository leases;
    private final QueueFiller filler;
    private final WebhookSecrets secrets;
    private final WebhookClient client;
    private final WebhookProperties settings;
    private final WebhookRetryPolicy retries;
    private final String instance;
    private final Clock clock;
    private final DoubleSupplier jitter;

    /** What a batch has come to. */
    private static final class Result {

        private final List<QueuedDelivery> delivered = new ArrayList<>();
        private final List<DeliveryAttempt> attempts = new ArrayList<>();
        private @Nullable String error;
        private @Nullable Duration wait;
        private boolean gone;
    }

    DeliveryTurn(DeliveryTools tools, WebhookProperties settings, String instance, Clock clock, DoubleSupplier jitter) {
        this.webhooks = tools.webhooks();
        this.queue = tools.queue();
        this.log = tools.log();
        this.leases = tools.leases();
        this.filler = tools.filler();
        this.secrets = tools.secrets();
        this.client = tools.client();
        this.settings = settings;
        this.retries = new WebhookRetryPolicy(settings.firstBackoff(), settings.maxBackoff(), settings.giveUp());
        this.instance = instance;
        this.clock = clock;
        this.jitter = jitter;
    }

    /** Whether an event waits for its attempt. */
    boolean isDue(WebhookConfigured webhook) {
        return isAttemptDue(webhook)
                && (webhook.progress().catchingUp()
                        || !queue.next(webhook.webhookKey(), 1).isEmpty());
    }

    /** Delivers a batch; returns whether more waits. */
    boolean run(WebhookKey key) {
        if (!renew(key)) {
            return false;
        }
        try {
            var found = webhooks.find(key).filter(WebhookConfigured::receivesEvents);
            if (found.isEmpty()) {
                queue.clear(key);
                return false;
            }
            return isAttemptDue(found.get()) && deliver(caughtUp(found.get()));
        } finally {
            leases.release(key, instance);
        }
    }

    private boolean isAttemptDue(WebhookConfigured webhook) {
        var next = webhook.progress().nextAttemptAt();
        return next == null || !clock.instant().isBefore(next);
    }

    private boolean renew(WebhookKey key) {
        var now = clock.instant();
        return leases.tryAcquire(key, instance, now, now.plus(settings.lease()));
    }

    private WebhookConfigured caughtUp(WebhookConfigured webhook) {
        if (!webhook.progress().catchingUp()) {
            return webhook;
        }
        filler.fill(webhook);
        var positions = webhook.progress().positions();
        return webhooks.saveProgress(
                        webhook.webhookKey(),
                        now(),
                        state -> state.progress().positions().equals(positions),
                        progress -> WebhookProgressBuilder.builder(progress)
                                .catchingUp(false)
                                .build())
                .orElse(webhook);
    }

    private boolean deliver(WebhookConfigured webhook) {
        var key = webhook.webhookKey();
        var batch = queue.next(key, BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        var result = send(webhook, batch);
        queue.remove(result.delivered);
        log.add(key, result.attempts);
        var saved = webhooks.saveProgress(
                key, now(), WebhookConfigured::receivesEvents, before -> after(key, before, result));
        if (saved.isEmpty() || !saved.get().receivesEvents()) {
            queue.clear(key);
        }
        return result.error == null && batch.size() == BATCH;
    }

    private Result send(WebhookConfigured webhook, List<QueuedDelivery> batch) {
        var result = new Result();
        var renewal = clock.instant().plus(settings.lease().dividedBy(2));
        for (var delivery : batch) {
            // The other half of the lease outlasts one request: no other instance begins while this one sends.
            if (!clock.instant().isBefore(renewal)) {
                if (!renew(webhook.webhookKey())) {
                    break;
                }
                renewal = clock.instant().plus(settings.lease().dividedBy(2));
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            send(webhook, delivery, result);
            if (result.error != null) {
                break;
            }
            result.delivered.add(delivery);
        }
        return result;
    }

    private void send(WebhookConfigured webhook, QueuedDelivery delivery, Result result) {
        var at = now();
        var body = delivery.body().getBytes(StandardCharsets.UTF_8);
        Integer status = null;
        try {
            var headers = WebhookSignature.headers(secrets.keys(webhook, at), delivery.messageId(), at, body);
            var response = client.post(webhook.url(), headers, body);
            status = response.status();
            result.error = response.isSuccess() ? null : response.failure();
            result.wait = response.retryAfter();
            result.gone = response.isGone();
        } catch (OutboundFailedException | SecretUnreadableException e) {
            result.error = String.valueOf(e.getMessage());
        }
        result.attempts.add(new DeliveryAttempt(
                at,
                delivery.messageId(),
                delivery.event().type(),
                status,
                result.error,
                Duration.between(at, clock.instant()).toMillis()));
    }

    private WebhookProgress after(WebhookKey key, WebhookProgress before, Result result) {
        // Positions that a replay has set meanwhile stay.
        var positions = before.catchingUp() ? Map.<String, Long>of() : positions(result.delivered);
        var delivered = result.delivered.isEmpty() ? before : WebhookRetryPolicy.delivered(before, positions);
        var error = result.error;
        if (error == null) {
            return delivered;
        }
        var now = now();
        if (result.gone) {
            return WebhookRetryPolicy.disabled(
                    delivered, now, "Disabled: " + error + " That means that it wants no more deliveries.");
        }
        if (queue.count(key, settings.maxQueued() + 1) > settings.maxQueued()) {
            return WebhookRetryPolicy.disabled(
                    delivered,
                    now,
                    "Disabled: more than " + settings.maxQueued() + " deliveries wait. The last attempt: " + error);
        }
        return retries.failed(delivered, now, error, result.wait, jitter.getAsDouble());
    }

    private static Map<String, Long> positions(List<QueuedDelivery> delivered) {
        var positions = new HashMap<String, Long>();
        delivered.forEach(
                each -> positions.merge(each.event().position(each.partition()), each.offset() + 1, Math::max));
        return positions;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
