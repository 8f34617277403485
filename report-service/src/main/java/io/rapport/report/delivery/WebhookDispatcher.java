package io.rapport.report.delivery;

import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.report.domain.webhook.WebhookService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for deliveries that are due, and makes them on a bounded number of threads, one per target. Targets whose last attempt
 * failed use at most half of the threads, so that those that never answer delay only each other.
 */
public final class WebhookDispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final int MAX_TURNS = 20;

    private final WebhookService webhooks;
    private final DeliveryTurn turn;
    private final WebhookProperties settings;
    private final BooleanSupplier ready;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(WebhookDispatcher::daemon);
    private final ExecutorService workers;
    private final Semaphore all;
    private final Semaphore failing;
    private final Set<WebhookKey> running = ConcurrentHashMap.newKeySet();

    /**
     * A dispatcher that is not started.
     *
     * @param ready whether the projections have caught up: before, queues are incomplete
     */
    WebhookDispatcher(WebhookService webhooks, DeliveryTurn turn, WebhookProperties settings, BooleanSupplier ready) {
        this.webhooks = webhooks;
        this.turn = turn;
        this.settings = settings;
        this.ready = ready;
        this.workers = Executors.newFixedThreadPool(settings.threads(), WebhookDispatcher::daemon);
        this.all = new Semaphore(settings.threads());
        this.failing = new Semaphore(settings.threads() / 2);
    }

    /** A dispatcher that is not started. */
    public static WebhookDispatcher of(
            DeliveryTools tools, WebhookProperties settings, Clock clock, BooleanSupplier ready) {
        // The name of the instance is random: a process that was killed and one that replaces it are two.
        var instance = UUID.randomUUID().toString();
        var turn = new DeliveryTurn(
                tools,
                settings,
                instance,
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
        return new WebhookDispatcher(tools.webhooks(), turn, settings, ready);
    }

    /** Starts looking at the queues. */
    public void start() {
        timer.scheduleWithFixedDelay(this::dispatch, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Submits a turn for each webhook that is due and not served already. */
    void dispatch() {
        try {
            if (ready.getAsBoolean()) {
                var due = new ArrayList<>(webhooks.active());
                // No target is always the last one while all threads are in use.
                Collections.shuffle(due);
                due.stream().filter(turn::isDue).forEach(this::submit);
            }
        } catch (RuntimeException e) {
            LOG.warn("The queues of webhooks could not be read, retrying: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private void submit(WebhookConfigured webhook) {
        var key = webhook.webhookKey();
        var hasFailed = webhook.progress().failures() > 0;
        if (!running.add(key)) {
            return;
        }
        if (hasFailed && !failing.tryAcquire()) {
            running.remove(key);
            return;
        }
        if (!all.tryAcquire()) {
            release(key, hasFailed);
            return;
        }
        workers.execute(() -> {
            try {
                run(key);
            } finally {
                all.release();
                release(key, hasFailed);
            }
        });
    }

    private void release(WebhookKey key, boolean hasFailed) {
        if (hasFailed) {
            failing.release();
        }
        running.remove(key);
    }

    private void run(WebhookKey key) {
        try {
            for (var turns = 0; turns < MAX_TURNS && turn.run(key); turns++) {
                LOG.debug("More deliveries wait for the webhook {}", key.key());
            }
        } catch (RuntimeException e) {
            LOG.warn("Deliveries to the webhook {} stopped, retrying: {}", key.key(), e.toString());
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "webhooks");
        thread.setDaemon(true);
        return thread;
    }
}
