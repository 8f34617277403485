package io.rapport.ingest.kafka;

import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import io.rapport.ingest.domain.suppression.IntakeErasureProcessor;
import io.rapport.messaging.ErasureReportPublisher;
import io.rapport.messaging.ListenerContainerFactory;
import io.rapport.messaging.ReceivedRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Reads back what was rejected, here and by scoring, so that it can be looked at; what names somebody who was erased is
 * not kept, and is forgotten when they are erased.
 */
public final class RejectionProjection {

    private static final String SERVICE = "ingest";

    private final ListenerContainerFactory listeners;
    private final RejectionRepository rejections;
    private final IntakeErasureProcessor erasing;
    private final ErasureReportPublisher reports;
    private List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers = List.of();
    private @Nullable String followed;

    /** Keeps what it reads, and tells what it forgets. */
    public RejectionProjection(
            ListenerContainerFactory listeners,
            RejectionRepository rejections,
            IntakeErasureProcessor erasing,
            ErasureReportPublisher reports) {
        this.listeners = listeners;
        this.rejections = rejections;
        this.erasing = erasing;
        this.reports = reports;
    }

    /**
     * Reads into the store, unless that is being done.
     *
     * @param generation of the store: a new one is filled from the beginning
     */
    public synchronized void start(String generation) {
        if (generation.equals(followed)) {
            return;
        }
        stop();
        rejections.createIndexes();
        var group = SERVICE + "-" + generation;
        containers = List.of(
                listeners.container(group, Topic.ENGAGEMENT_REJECTED, EngagementRejected.class, this::saveRejections),
                listeners.container(group + "-erasures", Topic.PERSON_ERASED, PersonErased.class, this::applyErasures));
        containers.forEach(ConcurrentMessageListenerContainer::start);
        followed = generation;
    }

    /** Stops reading. */
    public synchronized void stop() {
        containers.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
    }

    private void saveRejections(List<ReceivedRecord<EngagementRejected>> batch) {
        rejections.saveAll(batch.stream()
                .map(ReceivedRecord::value)
                .filter(Objects::nonNull)
                .filter(row -> !erasing.mentionsSuppressed(row))
                .toList());
    }

    private void applyErasures(List<ReceivedRecord<PersonErased>> batch) {
        for (var received : batch) {
            var erased = received.value();
            if (erased != null && !isDone(erased)) {
                reports.publish(erased.brandKey(), erased.erasure().toString(), erasing.erase(erased));
            }
        }
    }

    private static boolean isDone(PersonErased erased) {
        return erased.parts().stream().anyMatch(part -> part.service().equals(SERVICE) && part.done());
    }
}
