package io.rapport.standalone.launcher;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topics of changes hold of a brand. */
final class PublishedChanges {

    private PublishedChanges() {}

    /** All values. */
    static List<String> of(ConnectionInfo connection, String agency, String brand) {
        var key = new BrandKey(agency, brand);
        var values = new ArrayList<String>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", connection.kafka(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = Stream.of(WebhookEvent.values())
                    .flatMap(event -> partitions(consumer, event.topic()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (var found : consumer.poll(Duration.ofMillis(200))) {
                    if (found.key().equals(key.key()) || found.key().startsWith(key.rangeStart())) {
                        values.add(found.value());
                    }
                }
            }
        }
        return values;
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }
}
