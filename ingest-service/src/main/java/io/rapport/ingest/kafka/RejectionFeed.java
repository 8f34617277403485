package io.rapport.ingest.kafka;

import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.ingest.domain.Rejections;
import io.rapport.messaging.Listeners;
import io.rapport.messaging.Received;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Reads back what was rejected, here and by scoring, so that it can be looked at. */
public final class RejectionFeed {

    private final Listeners listeners;
    private final Rejections rejections;
    private @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> container;

    /** Keeps what it reads. */
    public RejectionFeed(Listeners listeners, Rejections rejections) {
        this.listeners = listeners;
        this.rejections = rejections;
    }

    /**
     * Starts reading.
     *
     * @param generation of the store: a new one is filled from the beginning
     */
    public synchronized void start(String generation) {
        var fresh = listeners.container(
                "ingest-" + generation, Topic.ENGAGEMENT_REJECTED, EngagementRejected.class, this::keep);
        fresh.start();
        container = fresh;
    }

    /** Stops reading. */
    public synchronized void stop() {
        if (container != null) {
            container.stop();
        }
    }

    private void keep(List<Received<EngagementRejected>> batch) {
        rejections.keep(
                batch.stream().map(Received::value).filter(Objects::nonNull).toList());
    }
}
