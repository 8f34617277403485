package io.rapport.standalone.acceptance;

import com.mongodb.client.MongoClients;
import io.rapport.contracts.Topic;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.types.Binary;

/** Searches all collections of all databases, and all compacted topics, for personal data. */
final class PersonalDataSearch {

    private PersonalDataSearch() {}

    /** The collections and topics that contain one of these words. */
    static List<String> of(List<String> words, ConnectionInfo connection) {
        var found = new ArrayList<String>();
        try (var client = MongoClients.create(connection.mongo())) {
            for (var name : client.listDatabaseNames()) {
                var database = client.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    database.getCollection(collection).find().forEach(document -> {
                        var json = document.toJson() + binaries(document);
                        if (isTrace(words, json)) {
                            found.add(name + "." + collection);
                        }
                    });
                }
            }
        }
        Topic.ALL.stream()
                .filter(topic -> topic.cleanup() == Topic.Cleanup.COMPACT)
                .forEach(topic -> newest(connection, topic).forEach((key, value) -> {
                    if (value != null && isTrace(words, key + value)) {
                        found.add(topic.name());
                    }
                }));
        return found;
    }

    /** The text of the binary fields of a document, in which strings are as they are. */
    private static String binaries(Object value) {
        if (value instanceof Map<?, ?> inner) {
            return inner.values().stream().map(PersonalDataSearch::binaries).collect(Collectors.joining());
        }
        return value instanceof Binary binary ? new String(binary.getData(), StandardCharsets.UTF_8) : "";
    }

    private static boolean isTrace(List<String> words, String text) {
        return words.stream().anyMatch(text::contains);
    }

    /** The newest value of each key of a topic; null for a tombstone. */
    static Map<String, String> newest(ConnectionInfo connection, Topic topic) {
        var newest = new HashMap<String, String>();
        var settings =
                Map.<String, Object>of("bootstrap.servers", connection.kafka(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> newest.put(each.key(), each.value()));
            }
        }
        return newest;
    }
}
