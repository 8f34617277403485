package io.rapport.ingest.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.domain.clientlist.ClientDigestRestorer;
import io.rapport.messaging.DeadLetterQueue;
import io.rapport.messaging.JsonSerde;
import io.rapport.messaging.TopicPartitions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the client lists as they were published, from the beginning to where the topic ended when the reading began. */
public final class ClientListTopicLoader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final DeadLetterQueue deadLetters;
    private final JsonSerde<ClientListed> serde = new JsonSerde<>(ClientListed.class);

    /** Reads with these client settings. */
    public ClientListTopicLoader(Map<String, Object> settings, DeadLetterQueue deadLetters) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.deadLetters = deadLetters;
    }

    /**
     * Hands everything over; doing it again changes nothing more.
     *
     * @param filled whether somebody else has done so meanwhile: what was imported since may not be overwritten then
     */
    public void load(ClientDigestRestorer clients, BooleanSupplier filled) {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = TopicPartitions.of(consumer, Topic.CLIENT_LISTED);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (!TopicPartitions.hasReached(consumer, ends)) {
                var newest = newest(consumer.poll(POLL));
                if (filled.getAsBoolean()) {
                    return;
                }
                restore(newest, clients);
            }
        }
    }

    private Map<String, Optional<ClientListed>> newest(ConsumerRecords<byte[], byte[]> records) {
        var newest = new LinkedHashMap<String, Optional<ClientListed>>();
        for (ConsumerRecord<byte[], byte[]> from : records) {
            try {
                var key = new String(Objects.requireNonNull(from.key()), StandardCharsets.UTF_8);
                newest.put(key, Optional.ofNullable(serde.read(from.value())));
            } catch (SerializationException e) {
                deadLetters.publish(from, String.valueOf(e.getMessage()));
            }
        }
        return newest;
    }

    private static void restore(Map<String, Optional<ClientListed>> newest, ClientDigestRestorer clients) {
        var listed = new HashMap<BrandKey, List<ClientListed>>();
        var unlisted = new HashMap<BrandKey, List<String>>();
        newest.forEach((key, client) -> {
            var parts = TopicKeys.split(key);
            var brand = new BrandKey(parts.get(0), parts.get(1));
            client.ifPresentOrElse(
                    value -> listed.computeIfAbsent(brand, b -> new ArrayList<>())
                            .add(value),
                    () -> unlisted.computeIfAbsent(brand, b -> new ArrayList<>())
                            .add(parts.get(2)));
        });
        listed.forEach(clients::restore);
        unlisted.forEach(clients::remove);
    }
}
