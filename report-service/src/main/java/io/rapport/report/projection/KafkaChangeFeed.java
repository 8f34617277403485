package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.messaging.topic.TopicPartitions;
import io.rapport.report.domain.change.ChangeEvent;
import io.rapport.report.domain.change.ChangeFeed;
import io.rapport.report.domain.change.ChangePosition;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the public topics of changes without a consumer group, one consumer per reader: what a slow reader has not read stays
 * at the broker. The source is the topics and not the projection, because only offsets give every change one place in an order
 * that survives a restart and the loss of the store.
 */
public final class KafkaChangeFeed implements ChangeFeed {

    private static final List<WebhookEvent> EVENTS = List.of(WebhookEvent.values());
    private static final int MAX_BATCH = 200;
    private static final int MAX_FETCH = 1 << 20;

    private final Map<String, Object> settings;
    private final BiPredicate<BrandKey, UUID> suppressed;

    /**
     * A feed.
     *
     * @param settings of the Kafka clients
     * @param suppressed whether a person was erased
     */
    public KafkaChangeFeed(Map<String, Object> settings, BiPredicate<BrandKey, UUID> suppressed) {
        var complete = new HashMap<>(settings);
        complete.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        complete.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        complete.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        complete.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
        complete.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH);
        complete.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_FETCH / 4);
        complete.merge(CommonClientConfigs.CLIENT_ID_CONFIG, "changes", (service, reader) -> service + "-" + reader);
        complete.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.settings = complete;
        this.suppressed = suppressed;
    }

    @Override
    public ChangePosition end() {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            var ends = consumer.endOffsets(partitions);
            return position(partitions, partition -> ends.getOrDefault(partition, 0L));
        } catch (KafkaException e) {
            throw new IllegalStateException("The topics of changes could not be read", e);
        }
    }

    @Override
    public PositionState check(ChangePosition position) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            if (!position.cluster().equals(cluster()) || position.offsets().size() > partitions.size()) {
                return PositionState.FOREIGN;
            }
            var first = consumer.beginningOffsets(partitions);
            var ends = consumer.endOffsets(partitions);
            var state = PositionState.READABLE;
            for (var i = 0; i < position.offsets().size(); i++) {
                var offset = position.offsets().get(i);
                if (offset > ends.getOrDefault(partitions.get(i), 0L)) {
                    return PositionState.FOREIGN;
                }
                if (offset < first.getOrDefault(partitions.get(i), 0L)) {
                    state = PositionState.EXPIRED;
                }
            }
            return state;
        } catch (KafkaException e) {
            throw new IllegalStateException("The topics of changes could not be read", e);
        }
    }

    @Override
    public ChangeReader open(BrandKey brand, ChangePosition from) {
        var consumer = consumer();
        try {
            var partitions = partitions(consumer);
            var start = complete(from, partitions, consumer);
            consumer.assign(partitions);
            for (var i = 0; i < partitions.size(); i++) {
                consumer.seek(partitions.get(i), start.offsets().get(i));
            }
            return new BrandReader(brand, consumer, partitions, start);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** A position of an earlier version has no offsets of topics that were added since: they are read from their beginning. */
    private static ChangePosition complete(
            ChangePosition from, List<TopicPartition> partitions, KafkaConsumer<?, ?> consumer) {
        var offsets = new ArrayList<>(from.offsets());
        var added = partitions.subList(offsets.size(), partitions.size());
        var first = consumer.beginningOffsets(added);
        added.forEach(partition -> offsets.add(first.getOrDefault(partition, 0L)));
        return new ChangePosition(from.cluster(), offsets);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private ChangePosition position(List<TopicPartition> partitions, ToLongFunction<TopicPartition> next) {
        return new ChangePosition(
                cluster(), partitions.stream().map(next::applyAsLong).toList());
    }

    private String cluster() {
        try (var admin = Admin.create(settings)) {
            return admin.describeCluster().clusterId().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The id of the Kafka cluster could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the id of the Kafka cluster", e);
        }
    }

    /** The partitions in the order of positions. */
    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return EVENTS.stream()
                .flatMap(event -> TopicPartitions.of(consumer, event.topic()).stream()
                        .sorted(Comparator.comparingInt(TopicPartition::partition)))
                .toList();
    }

    private final class BrandReader implements ChangeReader {

        private final BrandKey brand;
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final List<TopicPartition> partitions;
        private final Map<TopicPartition, Long> next = new HashMap<>();
        private final String cluster;

        BrandReader(
                BrandKey brand,
                KafkaConsumer<byte[], byte[]> consumer,
                List<TopicPartition> partitions,
                ChangePosition from) {
            this.brand = brand;
            this.consumer = consumer;
            this.partitions = partitions;
            this.cluster = from.cluster();
            for (var i = 0; i < partitions.size(); i++) {
                next.put(partitions.get(i), from.offsets().get(i));
            }
        }

        @Override
        public List<ChangeEvent> read(Duration time) {
            var events = new ArrayList<ChangeEvent>();
            for (var found : consumer.poll(time)) {
                next.put(new TopicPartition(found.topic(), found.partition()), found.offset() + 1);
                event(found).forEach(events::add);
            }
            // Beyond the markers of transactions, which are no records.
            partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
            return events;
        }

        @Override
        public ChangePosition position() {
            return new ChangePosition(
                    cluster,
                    partitions.stream()
                            .map(partition -> next.getOrDefault(partition, 0L))
                            .toList());
        }

        @Override
        public void close() {
            consumer.close();
        }

        private Stream<ChangeEvent> event(ConsumerRecord<byte[], byte[]> found) {
            var value = found.value();
            if (value == null || !isVisible(text(found.key()))) {
                return Stream.empty();
            }
            return EVENTS.stream()
                    .filter(event -> event.topic().name().equals(found.topic()))
                    .map(event -> new ChangeEvent(position(), event.type(), text(value)));
        }

        private boolean isVisible(String key) {
            if (key.equals(brand.key())) {
                return true;
            }
            return key.startsWith(brand.rangeStart())
                    && !suppressed.test(
                            brand, UUID.fromString(TopicKeys.split(key).get(2)));
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
