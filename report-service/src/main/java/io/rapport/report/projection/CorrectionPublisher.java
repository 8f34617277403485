package io.rapport.report.projection;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.messaging.CloudEvent;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.JsonSerde;
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
 * Tells the other services of corrections: at once, and whatever was not told, for example because this service stopped
 * in between, within a second of its being possible. The same one may be told twice; readers drop what is not newer.
 */
public final class CorrectionPublisher implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectionPublisher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(CorrectionPublisher::thread);
    private final JsonSerde<SentimentCorrected> serde = new JsonSerde<>(SentimentCorrected.class);
    private final CorrectionOutbox outbox;
    private final EventPublisher publisher;

    /** Begins to look after an outbox once the topics are there. */
    public CorrectionPublisher(CorrectionOutbox outbox, EventPublisher publisher, CompletableFuture<?> topics) {
        this.outbox = outbox;
        this.publisher = publisher;
        topics.thenRun(
                () -> worker.scheduleWithFixedDelay(this::publishPending, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Publishes a correction; false when that was not possible just now. It is then tried again. */
    public boolean publish(SentimentCorrected correction) {
        try {
            publisher
                    .publish(Topic.SENTIMENT_CORRECTED.name(), serde.write(correction), event(correction))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            outbox.markPublished(correction);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A correction is not published yet: {}", e.toString());
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
            LOG.warn("Trying again in a second: {}", e.toString());
        }
    }

    private static CloudEvent event(SentimentCorrected of) {
        var key = new HandleKey(of.brandKey(), of.channel(), of.handle()).key();
        var id = DeterministicIds.of(
                Topic.SENTIMENT_CORRECTED.name(), of.brandKey().key(of.engagement() + "#" + of.version()));
        return new CloudEvent(id.toString(), Topic.SENTIMENT_CORRECTED.type(), "urn:rapport:report", key, of.at());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "corrections");
        thread.setDaemon(true);
        return thread;
    }
}
