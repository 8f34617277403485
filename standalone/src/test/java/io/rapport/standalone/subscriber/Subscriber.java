package io.rapport.standalone.subscriber;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who reads all public topics from the beginning, by the rules of the documentation. */
final class Subscriber implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Map<String, JsonNode>> newest = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    Subscriber(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "group.id", "outside." + UUID.randomUUID(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(PublicTopic.ALL.stream().map(PublicTopic::name).toList());
    }

    /**
     * A record as it came.
     *
     * @param fresh whether it was taken, and not dropped as not newer
     */
    record Seen(
            PublicTopic topic,
            String key,
            Map<String, String> headers,
            @Nullable String value,
            boolean fresh) {

        JsonNode json() {
            return JSON.readTree(value);
        }
    }

    /** Reads until something holds. */
    void readUntil(BooleanSupplier holds) {
        await().pollInSameThread().until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            return holds.getAsBoolean();
        });
    }

    /** What stands under a key; null for nothing. */
    @Nullable
    JsonNode newest(PublicTopic topic, String key) {
        return of(topic).get(key);
    }

    Map<String, JsonNode> of(PublicTopic topic) {
        return newest.computeIfAbsent(topic.name(), name -> new HashMap<>());
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(ConsumerRecord<String, String> record) {
        var topic = PublicTopic.named(record.topic());
        var fresh = keep(of(topic), record.key(), record.value());
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        seen.add(new Seen(topic, record.key(), headers, record.value(), fresh));
    }

    private static boolean keep(Map<String, JsonNode> states, String key, @Nullable String value) {
        if (value == null) {
            return states.remove(key) != null;
        }
        var state = JSON.readTree(value);
        var known = states.get(key);
        if (known != null
                && known.get("sequence").asLong() >= state.get("sequence").asLong()) {
            return false;
        }
        states.put(key, state);
        return true;
    }
}
