package io.rapport.identity.config;

import io.rapport.identity.domain.outbox.IdentityEventPublisher.NotPublishedException;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.kafka.IdentityEventHandler;
import io.rapport.identity.kafka.PeerUpdateConsumer;
import io.rapport.identity.kafka.KnownHandleCache;
import io.rapport.identity.kafka.IdentityConsumers;
import io.rapport.identity.kafka.StoreTopicLoader;
import io.rapport.identity.mongo.IdentityDatabase;
import io.rapport.messaging.DeadLetterQueue;
import io.rapport.messaging.ListenerContainerFactory;
import io.rapport.messaging.MessagingConfiguration.KafkaSettings;
import io.rapport.messaging.TopicCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * What identity does by itself: waits for the broker and the store, fills an empty store, finishes what was left half
 * done, starts to read, and from then on looks now and again for what somebody else left.
 */
final class IdentityBackgroundTasks implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityBackgroundTasks.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Kafka kafka;
    private final IdentityDatabase database;
    private final Identity identity;
    private final Watch watch;
    private final Thread worker = new Thread(this::run, "identity-background");
    private volatile @Nullable IdentityConsumers listening;

    /** What it reads with. */
    record Kafka(
            TopicCreator topics,
            ListenerContainerFactory listeners,
            PeerUpdateConsumer hearing,
            DeadLetterQueue deadLetters,
            KafkaSettings settings) {}

    /** What it keeps an eye on. */
    record Watch(IdentityEventHandler handlers, KnownHandleCache known, IdentityReadinessIndicator progress, MatchRunExecutor matchmaker, Clock clock) {}

    IdentityBackgroundTasks(Kafka kafka, IdentityDatabase database, Identity identity, Watch watch) {
        this.kafka = kafka;
        this.database = database;
        this.identity = identity;
        this.watch = watch;
        worker.setDaemon(true);
    }

    /** Begins. */
    void start() {
        worker.start();
    }

    @Override
    public void destroy() {
        worker.interrupt();
        var running = listening;
        if (running != null) {
            running.stop();
        }
        kafka.hearing().stop();
    }

    private void run() {
        try {
            kafka.topics().created().get();
            while (!begin()) {
                Thread.sleep(SOON.toMillis());
            }
            watch.progress().markReady();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(watch.progress().interval().toMillis());
                watch.progress().refresh();
                recover();
                watch.matchmaker().startDueRuns();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("The topics cannot be read", e);
        }
    }

    private Instant now() {
        return watch.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private boolean begin() {
        try {
            database.prepare();
            if (database.generation().isEmpty()) {
                new StoreTopicLoader(kafka.settings().client(), kafka.deadLetters(), watch.progress()::reportLoading)
                        .fill(identity.rebuilding(), now());
                database.markFilled();
            }
            identity.recovery().run(now());
            var generation = database.generation().orElseThrow();
            kafka.hearing().begin(generation);
            identity.loadIndexes(watch.progress()::reportIndexing);
            watch.matchmaker().startLearningRuns();
            listening = IdentityConsumers.start(kafka.listeners(), watch.handlers(), watch.known(), generation);
            kafka.hearing().start(identity.neighbours());
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Not ready to read yet, trying again: {}", e.toString());
            return false;
        }
    }

    private void recover() {
        try {
            identity.recovery().run(now());
        } catch (NotPublishedException e) {
            LOG.warn("What is stored is still to be published: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("What was left half done is still to be finished: {}", e.toString());
        }
    }
}
