package io.rapport.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.messaging.EventRecords;
import io.rapport.messaging.json.JsonSerde;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordDecoderTest {

    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden/v1");

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetterQueue deadLetters = new DeadLetterQueue(producer, "dead", meters, Set::of);

    static Stream<Arguments> everyTopicWithEveryBadRecord() {
        return EventRecords.BY_TOPIC.keySet().stream().flatMap(topic -> {
            var key = key(topic.keyedBy().parts());
            return Stream.of(
                    Arguments.of(topic, key, "{broken"),
                    Arguments.of(topic, key, "{}"),
                    Arguments.of(topic, key, "[]"),
                    Arguments.of(topic, key, "null"),
                    Arguments.of(topic, key, "\"text\""),
                    Arguments.of(topic, null, "{}"),
                    Arguments.of(topic, key(topic.keyedBy().parts() + 1), null),
                    Arguments.of(topic, "%zz" + key.substring(1), null));
        });
    }

    @ParameterizedTest
    @MethodSource("everyTopicWithEveryBadRecord")
    void badRecordsAreDeadLetteredExactlyOnce(Topic topic, @Nullable String key, @Nullable String value) {
        var record = record(topic, key, value);
        var decoder = new RecordDecoder<>(topic, EventRecords.BY_TOPIC.get(topic), deadLetters);

        assertThat(decoder.decode(List.of(record))).isEmpty();
        assertThat(decoder.decode(List.of(record))).isEmpty();
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void theCounterOfATopicIsZeroBeforeTheFirstDeadLetter() {
        new RecordDecoder<>(Topic.BRAND_DAY, EventRecords.BY_TOPIC.get(Topic.BRAND_DAY), deadLetters);

        assertThat(meters.get("rapport.dead.letters")
                        .tag("topic", Topic.BRAND_DAY.name())
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void anEventOfAnotherBrandThanItsKeyIsDeadLettered() {
        var decoder = new RecordDecoder<>(Topic.BRAND_DAY, EventRecords.BY_TOPIC.get(Topic.BRAND_DAY), deadLetters);
        var value = "{\"agency\":\"a\",\"brand\":\"b\",\"day\":\"2026-01-01\",\"sequence\":1}";

        assertThat(decoder.decode(List.of(record(Topic.BRAND_DAY, "a|other", value))))
                .isEmpty();
        assertThat(producer.history()).hasSize(1);
        assertThat(decoder.decode(List.of(record(Topic.BRAND_DAY, "a|b", value))))
                .hasSize(1);
    }

    @Test
    void anEventOfAnotherHashThanItsKeyIsDeadLettered() {
        var topic = Topic.SESSION_OPENED;
        var decoder = new RecordDecoder<>(topic, EventRecords.BY_TOPIC.get(topic), deadLetters);
        var time = "\"2026-01-01T00:00:00Z\"";
        var value = "{\"hash\":\"a\",\"credential\":\"TOKEN\",\"reference\":\"r\",\"openedAt\":" + time + ",\"usedAt\":"
                + time + ",\"expiresAt\":" + time + "}";

        assertThat(decoder.decode(List.of(record(topic, "b", value)))).isEmpty();
        assertThat(producer.history()).hasSize(1);
        assertThat(decoder.decode(List.of(record(topic, "a", value)))).hasSize(1);
    }

    static Stream<Arguments> goldenSamples() {
        return EventRecords.BY_TOPIC.entrySet().stream().flatMap(entry -> {
            var type = entry.getKey().type();
            var name = type.substring("io.rapport.".length(), type.length() - ".v1".length());
            try (var files = Files.list(GOLDEN.resolve(name))) {
                return files.map(file -> Arguments.of(entry.getValue(), file)).toList().stream();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("goldenSamples")
    void everyGoldenSampleIsComplete(Class<? extends Record> type, Path file) throws IOException {
        var event = new JsonSerde<>(type).read(Files.readAllBytes(file));

        assertThatCode(() -> EventCheck.requireComplete(event)).doesNotThrowAnyException();
    }

    private static String key(int parts) {
        return String.join("|", IntStream.range(0, parts).mapToObj(i -> "p" + i).toList());
    }

    private static ConsumerRecord<byte[], byte[]> record(Topic topic, @Nullable String key, @Nullable String value) {
        return new ConsumerRecord<>(topic.name(), 0, 0, bytes(key), bytes(value));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
