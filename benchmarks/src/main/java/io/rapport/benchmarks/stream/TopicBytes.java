package io.rapport.benchmarks.stream;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** Records and bytes of each topic, including transaction markers and the broker's own topics. */
record TopicBytes(Map<String, Size> topics) {

    private static final Size EMPTY = new Size(0, 0);

    /** The number of records, and their bytes on disk. */
    record Size(long records, long bytes) {

        private Size plus(Size other) {
            return new Size(records + other.records, bytes + other.bytes);
        }
    }

    static TopicBytes read(Admin admin) throws ExecutionException, InterruptedException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        var ends = admin.describeTopics(names).allTopicNames().get().entrySet().stream()
                .flatMap(topic -> topic.getValue().partitions().stream()
                        .map(partition -> new TopicPartition(topic.getKey(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var topics = new TreeMap<String, Size>();
        admin.listOffsets(ends)
                .all()
                .get()
                .forEach((partition, end) -> topics.merge(partition.topic(), new Size(end.offset(), 0), Size::plus));
        var brokers =
                admin.describeCluster().nodes().get().stream().map(Node::id).toList();
        for (var folders :
                admin.describeLogDirs(brokers).allDescriptions().get().values()) {
            for (var folder : folders.values()) {
                folder.replicaInfos()
                        .forEach((partition, replica) ->
                                topics.merge(partition.topic(), new Size(0, replica.size()), Size::plus));
            }
        }
        return new TopicBytes(topics);
    }

    Size since(TopicBytes before, String topic) {
        var old = before.topics.getOrDefault(topic, EMPTY);
        var current = topics.getOrDefault(topic, EMPTY);
        return new Size(current.records - old.records, current.bytes - old.bytes);
    }
}
