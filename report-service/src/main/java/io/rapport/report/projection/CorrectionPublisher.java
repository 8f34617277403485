package io.rapport.report.projection;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.report.domain.engagement.CorrectionOutbox;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Publishes corrections: each at once when it is made, and every second those that are still pending in the outbox, for
 * example because the broker was away or the service stopped. Delivery is at-least-once; consumers drop versions they have.
 */
public final class CorrectionPublisher implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectionPublisher.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(12);
    private static final Duration OUTBOX_INTERVAL = Duration.ofSeconds(5);

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(CorrectionPublisher::thread);
    private final JsonSerde<SentimentCorrected> serde = new JsonSerde<>(SentimentCorrected.class);
    private final CorrectionOutbox outbox;
    private final EventPublisher publisher;

    /** Publishes what is pending in the outbox once the topics are created. */
    public CorrectionPublisher(CorrectionOutbox outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        this.outbox = outbox;
        this.publisher = publisher;
        topics.thenRun(() -> worker.scheduleWithFixedDelay(
                this::publishPending, 0, OUTBOX_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Publishes a correction; returns false if the broker did not acknowledge it. It then stays in the outbox. */
    public boolean publish(SentimentCorrected correction) {
        try {
            publisher
                    .publish(Topic.SENTIMENT_CORRECTED.name(), serde.write(correction), event(correction))
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            outbox.markPublished(correction);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A correction could not be published and stays in the outbox: {}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private void publishPending() {
        try {
            for (var correction : outbox.findPending()) {
                if (!publish(correction)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The outbox of corrections could not be read, retrying: {}", e.toString());
        }
    }

    private static CloudEvent event(SentimentCorrected correction) {
        var key = new HandleKey(correction.brandKey(), correction.channel(), correction.handle()).key();
        var id = DeterministicIds.of(
                Topic.SENTIMENT_CORRECTED.name(),
                correction.brandKey().key(correction.engagement() + "#" + correction.version()));
        return new CloudEvent(
                id.toString(), Topic.SENTIMENT_CORRECTED.type(), "urn:rapport:report", key, correction.at());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "corrections");
        thread.setDaemon(true);
        return thread;
    }
}
