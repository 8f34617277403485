package io.rapport.identity.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.recovery.StoreRebuilder;
import io.rapport.messaging.DeadLetterQueue;
import io.rapport.messaging.JsonSerde;
import io.rapport.messaging.TopicPartitions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty store from the topics: each is read from its beginning to where it ended when the reading began. */
public final class StoreTopicLoader {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTopicLoader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final DeadLetterQueue deadLetters;
    private final Consumer<String> progress;

    /** Reads with these client settings and tells how far it is. */
    public StoreTopicLoader(Map<String, Object> settings, DeadLetterQueue deadLetters, Consumer<String> progress) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.deadLetters = deadLetters;
        this.progress = progress;
    }

    /** Fills the store with all that was published until now. Doing it again changes nothing more. */
    public void fill(StoreRebuilder rebuilding, Instant at) {
        read(Topic.PERSON_ERASED, PersonErased.class, rebuilding::restoreErasures);
        read(Topic.BRAND_REGISTERED, BrandRegistered.class, rebuilding::restoreStaff);
        read(Topic.CLIENT_LISTED, ClientListed.class, rebuilding::restoreClients, gone -> takenOff(gone, rebuilding));
        read(Topic.IDENTITY_POLICY, PolicySet.class, rebuilding::restorePolicies);
        read(Topic.IDENTITY_PERSON, PersonDescribed.class, rebuilding::restorePeople);
        read(Topic.IDENTITY_ASSIGNED, HandleAssigned.class, rebuilding::restoreHandles);
        progress.accept("completing what was half published");
        rebuilding.complete(at);
    }

    private static void takenOff(Collection<String> keys, StoreRebuilder rebuilding) {
        keys.stream()
                .collect(Collectors.groupingBy(
                        BrandKey::of,
                        Collectors.mapping(key -> TopicKeys.split(key).get(2), Collectors.<String>toList())))
                .forEach(rebuilding::removeClients);
    }

    /** Whatever else is gone was erased, and is not taken over in the first place. */
    private <V> void read(Topic topic, Class<V> type, Consumer<Collection<V>> sink) {
        read(topic, type, sink, gone -> {});
    }

    private <V> void read(
            Topic topic, Class<V> type, Consumer<Collection<V>> sink, Consumer<Collection<String>> goneSink) {
        var serde = new JsonSerde<>(type);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = TopicPartitions.of(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (left(consumer, ends) > 0) {
                progress.accept(left(consumer, ends) + " records left of " + topic.name());
                var gone = new HashSet<String>();
                sink.accept(newest(consumer.poll(POLL), serde, gone));
                goneSink.accept(gone);
            }
        }
        LOG.info("Filled the store from {}", topic.name());
    }

    private static long left(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    /** The last state of each key, but for those that are gone: the states of one key are in one partition and in order. */
    private <V> Collection<V> newest(ConsumerRecords<byte[], byte[]> records, JsonSerde<V> serde, Set<String> gone) {
        var newest = new LinkedHashMap<String, V>();
        for (ConsumerRecord<byte[], byte[]> from : records) {
            try {
                var value = serde.read(from.value());
                var key = new String(Objects.requireNonNull(from.key()), StandardCharsets.UTF_8);
                if (value != null) {
                    newest.put(key, value);
                    gone.remove(key);
                } else {
                    newest.remove(key);
                    gone.add(key);
                }
            } catch (SerializationException e) {
                deadLetters.publish(from, String.valueOf(e.getMessage()));
            }
        }
        return newest.values();
    }
}
