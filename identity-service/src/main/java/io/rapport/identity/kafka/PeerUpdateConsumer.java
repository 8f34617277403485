package io.rapport.identity.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.similarity.PeerUpdateMatcher;
import io.rapport.messaging.DeadLetterQueue;
import io.rapport.messaging.JsonSerde;
import io.rapport.messaging.TopicPartitions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what all instances take in, by following what they publish and the client lists. Belongs to no group: every
 * instance hears everything, itself included.
 */
public final class PeerUpdateConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(PeerUpdateConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long SOON = 1_000;

    private final JsonSerde<HandleAssigned> handles = new JsonSerde<>(HandleAssigned.class);
    private final JsonSerde<ClientListed> clients = new JsonSerde<>(ClientListed.class);
    private final Map<String, Object> settings;
    private final DeadLetterQueue deadLetters;
    private final Clock clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Hears with these client settings. */
    public PeerUpdateConsumer(Map<String, Object> settings, DeadLetterQueue deadLetters, Clock clock) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /**
     * Notes where to begin: what was published before is in the store by now, and read from there afterwards. Rows of
     * client lists are stored once the group that reads them has passed them.
     *
     * @param generation of the store
     */
    public void begin(String generation) {
        var group = new HashMap<>(settings);
        group.put(ConsumerConfig.GROUP_ID_CONFIG, IdentityConsumers.lists(generation));
        try (var consumer = new KafkaConsumer<>(group, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            positions.putAll(consumer.endOffsets(TopicPartitions.of(consumer, Topic.IDENTITY_ASSIGNED)));
            var lists = TopicPartitions.of(consumer, Topic.CLIENT_LISTED);
            positions.putAll(consumer.beginningOffsets(lists));
            consumer.committed(Set.copyOf(lists))
                    .forEach((partition, committed) -> Optional.ofNullable(committed)
                            .ifPresent(offset -> positions.put(partition, offset.offset())));
        }
    }

    /** Hears from there on, on a thread of its own. */
    public void start(PeerUpdateMatcher neighbours) {
        var thread = new Thread(() -> run(neighbours), "identity-hearing");
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops soon. */
    public void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void run(PeerUpdateMatcher neighbours) {
        try {
            do {
                hear(neighbours);
            } while (!stopped.await(SOON, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(PeerUpdateMatcher neighbours) {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(positions.keySet());
            positions.forEach(consumer::seek);
            while (!isStopped()) {
                var records = consumer.poll(POLL);
                hear(records, neighbours);
                records.partitions().forEach(partition -> positions.put(partition, consumer.position(partition)));
            }
        } catch (RuntimeException e) {
            // Nothing is passed over: it is heard again from where it was understood.
            LOG.warn("What other instances took in is heard again: {}", e.toString());
        }
    }

    private void hear(ConsumerRecords<byte[], byte[]> records, PeerUpdateMatcher neighbours) {
        newest(records, Topic.IDENTITY_ASSIGNED, handles).ifPresent(heard -> {
            neighbours.addHandles(heard.states().values());
            neighbours.removeHandles(heard.gone().stream().map(HandleKey::of).toList());
        });
        newest(records, Topic.CLIENT_LISTED, clients).ifPresent(heard -> {
            neighbours.addClients(heard.states().values());
            heard.gone()
                    .forEach(key -> neighbours.removeClients(
                            BrandKey.of(key), List.of(TopicKeys.split(key).get(2))));
        });
        neighbours.matchPending(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private record TopicChanges<V>(Map<String, V> states, List<String> gone) {}

    /** The last state of each key. */
    private <V> Optional<TopicChanges<V>> newest(ConsumerRecords<byte[], byte[]> records, Topic topic, JsonSerde<V> serde) {
        var newest = new LinkedHashMap<String, Optional<V>>();
        for (var from : records.records(topic.name())) {
            try {
                newest.put(key(from), Optional.ofNullable(serde.read(from.value())));
            } catch (SerializationException e) {
                deadLetters.publish(from, String.valueOf(e.getMessage()));
            }
        }
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        var states = new LinkedHashMap<String, V>();
        newest.forEach((key, state) -> state.ifPresent(there -> states.put(key, there)));
        return Optional.of(new TopicChanges<>(
                states,
                newest.keySet().stream().filter(key -> !states.containsKey(key)).toList()));
    }

    private static String key(ConsumerRecord<byte[], ?> from) {
        return new String(Objects.requireNonNull(from.key()), StandardCharsets.UTF_8);
    }
}
