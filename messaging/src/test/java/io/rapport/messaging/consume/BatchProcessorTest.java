package io.rapport.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.json.JsonSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class BatchProcessorTest {

    private static final JsonSerde<BrandDayTurned> SERDE = new JsonSerde<>(BrandDayTurned.class);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final DeadLetterQueue deadLetters =
            new DeadLetterQueue(producer, "dead", new SimpleMeterRegistry(), Set::of);
    private final List<Long> applied = new ArrayList<>();

    @Test
    void poisonRecordsAreIsolatedAndTheRestIsApplied() {
        processor(batch -> {
                    var sequences =
                            batch.stream().map(each -> each.value().sequence()).toList();
                    if (sequences.contains(3L) || sequences.contains(8L)) {
                        throw new IllegalArgumentException("poison");
                    }
                    applied.addAll(sequences);
                })
                .process(records(10));

        assertThat(applied).containsExactly(0L, 1L, 2L, 4L, 5L, 6L, 7L, 9L);
        assertThat(producer.history())
                .extracting(sent ->
                        new String(sent.headers().lastHeader("rapport_origin").value()))
                .containsExactly(Topic.BRAND_DAY.name() + "-0@3", Topic.BRAND_DAY.name() + "-0@8");
    }

    @Test
    void anUnavailableStoreFailsTheWholeBatch() {
        var processor = processor(batch -> {
            throw new IllegalStateException("the store is away");
        });

        assertThatThrownBy(() -> processor.process(records(4))).hasMessage("the store is away");
        assertThat(producer.history()).isEmpty();
    }

    private BatchProcessor<BrandDayTurned> processor(BatchHandler<BrandDayTurned> handler) {
        var decoder = new RecordDecoder<>(Topic.BRAND_DAY, BrandDayTurned.class, deadLetters);
        return new BatchProcessor<>(decoder, handler, deadLetters);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(int count) {
        return LongStream.range(0, count)
                .mapToObj(n -> new ConsumerRecord<>(
                        Topic.BRAND_DAY.name(),
                        0,
                        n,
                        "a|b".getBytes(),
                        SERDE.write(new BrandDayTurned("a", "b", java.time.LocalDate.EPOCH, n))))
                .toList();
    }
}
