package io.rapport.identity.config;

import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.recovery.UnfinishedWorkRecovery;
import io.rapport.messaging.topic.TopicCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Starts the service on a thread of its own, retrying until the broker and the store answer. Afterwards completes
 * interrupted work, refreshes the gauges and starts due match runs at a fixed interval.
 */
final class IdentityBackgroundTasks implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityBackgroundTasks.class);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final TopicCreator topics;
    private final IdentityStartup startup;
    private final UnfinishedWorkRecovery recovery;
    private final MatchRunExecutor matchRuns;
    private final IdentityGauges gauges;
    private final Duration interval;
    private final Clock clock;
    private final Thread worker = new Thread(this::run, "identity-background");

    IdentityBackgroundTasks(
            TopicCreator topics,
            IdentityStartup startup,
            UnfinishedWorkRecovery recovery,
            MatchRunExecutor matchRuns,
            IdentityGauges gauges,
            IdentityProperties properties,
            Clock clock) {
        this.topics = topics;
        this.startup = startup;
        this.recovery = recovery;
        this.matchRuns = matchRuns;
        this.gauges = gauges;
        this.interval = properties.recoverEvery();
        this.clock = clock;
        worker.setDaemon(true);
    }

    @Override
    public void afterPropertiesSet() {
        worker.start();
    }

    @Override
    public void destroy() {
        worker.interrupt();
    }

    private void run() {
        try {
            topics.created().get();
            while (!start()) {
                Thread.sleep(RETRY_DELAY.toMillis());
            }
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(interval.toMillis());
                gauges.refresh();
                recover();
                matchRuns.startDueRuns();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("The topics could not be created", e);
        }
    }

    private boolean start() {
        try {
            startup.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The service could not start consuming, retrying: {}", e.toString());
            return false;
        }
    }

    private void recover() {
        try {
            recovery.run(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (NotPublishedException e) {
            LOG.warn("Stored state could not be published, retrying later: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Interrupted work could not be completed, retrying later: {}", e.toString());
        }
    }
}
