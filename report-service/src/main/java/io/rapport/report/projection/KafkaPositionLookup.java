package io.rapport.report.projection;

import io.rapport.messaging.projection.BrokerOffsets;
import io.rapport.report.domain.webhook.TopicPositionLookup;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.time.Instant;
import java.util.Collection;
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

    /** Asks the broker for an offset of each partition of topics. */
    @FunctionalInterface
    private interface OffsetQuery {
        Map<TopicPartition, Long> find(Admin admin, Collection<String> topics)
                throws ExecutionException, InterruptedException;
    }

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
        return positions(events, BrokerOffsets::ends);
    }

    @Override
    public Map<String, Long> since(Set<WebhookEvent> events, Instant time) {
        return positions(events, (admin, topics) -> {
            var offsets = new HashMap<>(BrokerOffsets.ends(admin, topics));
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            offsets.keySet().forEach(partition -> asked.put(partition, OffsetSpec.forTimestamp(time.toEpochMilli())));
            admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .forEach((partition, found) -> {
                        // Of a partition without such a record the broker answers -1: its end stays.
                        if (found.offset() >= 0) {
                            offsets.put(partition, found.offset());
                        }
                    });
            return offsets;
        });
    }

    private Map<String, Long> positions(Set<WebhookEvent> events, OffsetQuery query) {
        if (events.isEmpty()) {
            return new HashMap<>();
        }
        var byTopic =
                events.stream().collect(Collectors.toMap(event -> event.topic().name(), event -> event));
        try (var admin = Admin.create(settings)) {
            var positions = new HashMap<String, Long>();
            query.find(admin, byTopic.keySet()).forEach((partition, offset) -> {
                var event = byTopic.get(partition.topic());
                if (event != null) {
                    positions.put(event.position(partition.partition()), offset);
                }
            });
            return positions;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The positions of topics could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading positions of topics", e);
        }
    }
}
