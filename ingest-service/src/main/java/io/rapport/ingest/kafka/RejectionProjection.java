package io.rapport.ingest.kafka;

import io.rapport.contracts.Topic;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import io.rapport.ingest.domain.suppression.IntakeErasureProcessor;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.projection.Projection;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.ErasureReportPublisher;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Projects the rejections of ingest and scoring, and those of connections, into the store, and applies erasures to it. A rejection that mentions an
 * erased person is not stored.
 */
public final class RejectionProjection {

    private static final String SERVICE = "ingest";

    private final ProjectionRunner runner;
    private final RejectionRepository rejections;
    private final IntakeErasureProcessor erasures;
    private final ErasureReportPublisher reports;
    private final DeliveryRejectionProjector deliveries;
    private @Nullable String runningGeneration;

    /** Creates a projection that is not started. */
    public RejectionProjection(
            ProjectionRunner runner,
            RejectionRepository rejections,
            IntakeErasureProcessor erasures,
            ErasureReportPublisher reports,
            DeliveryRejectionProjector deliveries) {
        this.runner = runner;
        this.rejections = rejections;
        this.erasures = erasures;
        this.reports = reports;
        this.deliveries = deliveries;
    }

    /**
     * Starts the projection, unless it runs for this store already. The consumer group contains the generation, so that a
     * new store is filled from the beginning of the topics.
     *
     * @param generation the generation of the store
     */
    public synchronized void start(String generation) {
        if (generation.equals(runningGeneration)) {
            return;
        }
        runner.stop();
        rejections.createIndexes();
        deliveries.createIndexes();
        var group = SERVICE + "-" + generation;
        runner.start(List.of(
                new Projection<>(group, Topic.ENGAGEMENT_REJECTED, EngagementRejected.class, this::saveRejections),
                new Projection<>(group, Topic.PERSON_ERASED, PersonErased.class, this::applyErasures),
                new Projection<>(group, Topic.DELIVERY_REJECTED, DeliveryRejected.class, deliveries::apply)));
        runningGeneration = generation;
    }

    private void saveRejections(List<ReceivedRecord<EngagementRejected>> batch) {
        var rows = batch.stream()
                .map(ReceivedRecord::value)
                .filter(Objects::nonNull)
                .toList();
        rejections.saveAll(rows.stream()
                .filter(row -> row.replayedAt() == null)
                .filter(row -> !erasures.mentionsSuppressed(row))
                .toList());
        // A replay follows its rejection on the topic, which is keyed by source.
        rejections.removeAll(
                rows.stream().filter(row -> row.replayedAt() != null).toList());
    }

    private void applyErasures(List<ReceivedRecord<PersonErased>> batch) {
        for (var received : batch) {
            var erased = received.value();
            if (erased != null && !isDone(erased)) {
                reports.publish(erased.brandKey(), erased.erasure().toString(), erasures.erase(erased));
            }
        }
    }

    private static boolean isDone(PersonErased erased) {
        return erased.parts().stream().anyMatch(part -> part.service().equals(SERVICE) && part.done());
    }
}
