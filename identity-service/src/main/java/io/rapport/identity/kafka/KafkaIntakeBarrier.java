package io.rapport.identity.kafka;

import io.rapport.contracts.Topic;
import io.rapport.identity.domain.similarity.IntakeBarrier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Compares the ends of the topics with the offsets that the consumer groups of all instances committed. */
public final class KafkaIntakeBarrier implements IntakeBarrier {

    private static final List<Topic> TOPICS =
            List.of(Topic.BRAND_REGISTERED, Topic.CLIENT_LISTED, Topic.ENGAGEMENT_RECEIVED);

    private final Map<String, Object> settings;
    private final Supplier<String> generation;

    /**
     * Creates a barrier.
     *
     * @param settings of the Kafka clients
     * @param generation of the store
     */
    public KafkaIntakeBarrier(Map<String, Object> settings, Supplier<String> generation) {
        this.settings = settings;
        this.generation = generation;
    }

    @Override
    public AcceptedRecords mark() {
        var ends = ask(KafkaIntakeBarrier::ends);
        return () -> {
            var committed = ask(this::committed);
            return ends.entrySet().stream()
                    .allMatch(end -> end.getValue() == 0 || committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
        };
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(TOPICS.stream().map(Topic::name).toList())
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(each -> latest.put(new TopicPartition(name, each.partition()), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, Long> committed(Admin admin) throws ExecutionException, InterruptedException {
        var groups = IdentityProjections.groups(generation.get()).stream()
                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        var committed = new HashMap<TopicPartition, Long>();
        for (var offsets : admin.listConsumerGroupOffsets(groups).all().get().values()) {
            offsets.forEach((partition, offset) -> {
                // The broker answers null for a partition of which nothing was committed.
                if (offset != null) {
                    committed.put(partition, offset.offset());
                }
            });
        }
        return committed;
    }

    @FunctionalInterface
    private interface BrokerQuery<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T ask(BrokerQuery<T> query) {
        try (var admin = Admin.create(settings)) {
            return query.ask(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The offsets could not be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the offsets were read", e);
        }
    }
}
