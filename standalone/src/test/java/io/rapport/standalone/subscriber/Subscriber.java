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

/** Reads all public topics from the beginning, by the rules of the documentation. */
final class Subscriber implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Map<String, JsonNode>> newest = new HashMap<>();
    private final List<ReceivedState> received = new ArrayList<>();
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
     * A received record.
     *
     * @param applied whether it was applied, not dropped as not newer
     */
    record ReceivedState(
            PublicTopic topic,
            String key,
            Map<String, String> headers,
            @Nullable String value,
            boolean applied) {

        JsonNode json() {
            return JSON.readTree(value);
        }
    }

    /** Reads until the condition is met. */
    void readUntil(BooleanSupplier condition) {
        await().pollInSameThread().until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(this::accept);
            return condition.getAsBoolean();
        });
    }

    /** The newest state of a key; null for none. */
    @Nullable
    JsonNode newest(PublicTopic topic, String key) {
        return of(topic).get(key);
    }

    Map<String, JsonNode> of(PublicTopic topic) {
        return newest.computeIfAbsent(topic.name(), name -> new HashMap<>());
    }

    List<ReceivedState> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void accept(ConsumerRecord<String, String> record) {
        var topic = PublicTopic.named(record.topic());
        var applied = apply(of(topic), record.key(), record.value());
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        received.add(new ReceivedState(topic, record.key(), headers, record.value(), applied));
    }

    private static boolean apply(Map<String, JsonNode> states, String key, @Nullable String value) {
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
