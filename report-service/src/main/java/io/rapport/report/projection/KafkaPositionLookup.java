package io.rapport.report.projection;

import io.rapport.report.domain.webhook.TopicPositionLookup;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker for positions of committed records. */
public final class KafkaPositionLookup implements TopicPositionLookup {

    private final Map<String, Object> settings;

    /**
     * A lookup.
     *
     * @param settings of the Kafka client
     */
    public KafkaPositionLookup(Map<String, Object> settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, Long> ends(Set<WebhookEvent> events) {
        return positions(events, OffsetSpec.latest());
    }

    @Override
    public Map<String, Long> since(Set<WebhookEvent> events, Instant time) {
        var found = positions(events, OffsetSpec.forTimestamp(time.toEpochMilli()));
        var ends = ends(events);
        // Of a partition without such a record the broker answers -1.
        found.replaceAll((partition, offset) -> offset < 0 ? ends.getOrDefault(partition, 0L) : offset);
        return found;
    }

    private Map<String, Long> positions(Set<WebhookEvent> events, OffsetSpec spec) {
        if (events.isEmpty()) {
            return new HashMap<>();
        }
        var byTopic =
                events.stream().collect(Collectors.toMap(event -> event.topic().name(), event -> event));
        try (var admin = Admin.create(settings)) {
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            admin.describeTopics(byTopic.keySet())
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(each -> asked.put(new TopicPartition(name, each.partition()), spec)));
            var found = new HashMap<String, Long>();
            admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .forEach((partition, offset) -> {
                        var event = byTopic.get(partition.topic());
                        if (event != null) {
                            found.put(event.position(partition.partition()), offset.offset());
                        }
                    });
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The positions of topics could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading positions of topics", e);
        }
    }
}
