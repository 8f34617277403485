package io.rapport.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.messaging.MessagingTestBase;
import io.rapport.test.TestBroker;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** A dead letter is published once per origin, also by the process that follows. */
class TopicOriginsIT extends MessagingTestBase {

    private final String topic = "origin-" + UUID.randomUUID();

    @Test
    void aRecordIsNotPublishedAgainAfterARestart() {
        assertThat(publish(1)).isOne();
        assertThat(publish(1)).isZero();
        assertThat(publish(2)).isOne();
    }

    @Test
    void onlyNewOriginsAreReadAgain() {
        publish(3);
        var reader = TopicOrigins.of(TestBroker.client(), DEAD_LETTER_TOPIC);

        assertThat(reader.readNew()).contains(origin(3));
        assertThat(reader.readNew()).isEmpty();
        publish(4);
        assertThat(reader.readNew()).contains(origin(4)).doesNotContain(origin(3));
    }

    /** Publishes with a queue of its own, as a process that was just started; returns the number of dead letters. */
    private double publish(long offset) {
        var meters = new SimpleMeterRegistry();
        try (var producer =
                new KafkaProducer<>(TestBroker.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var published = TopicOrigins.of(TestBroker.client(), DEAD_LETTER_TOPIC);
            new DeadLetterQueue(producer, DEAD_LETTER_TOPIC, meters, published)
                    .publish(new ConsumerRecord<>(topic, 0, offset, new byte[0], new byte[0]), "test");
        }
        return meters.find("rapport.dead.letters").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private String origin(long offset) {
        return topic + "-0@" + offset;
    }
}
