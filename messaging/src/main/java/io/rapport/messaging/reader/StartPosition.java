package io.rapport.messaging.reader;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The offset from which a {@link TopicReader} reads each partition of a topic. */
@FunctionalInterface
public interface StartPosition {

    /** The first offset to read of each partition; the client settings serve to ask the broker for more. */
    Map<TopicPartition, Long> resolve(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Map<String, Object> settings);

    /** The oldest record that is still on the topic. */
    static StartPosition beginning() {
        return (consumer, partitions, settings) -> consumer.beginningOffsets(partitions);
    }

    /** The end of the committed records: only what is published afterwards is read. */
    static StartPosition end() {
        return (consumer, partitions, settings) -> consumer.endOffsets(partitions);
    }

    /** The committed offsets of a consumer group; the beginning of each partition the group has not committed. */
    static StartPosition committedBy(String group) {
        return (consumer, partitions, settings) -> {
            var offsets = new HashMap<>(consumer.beginningOffsets(partitions));
            try (var admin = Admin.create(settings)) {
                var committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                offsets.replaceAll((partition, first) -> {
                    var offset = committed.get(partition);
                    return offset == null ? first : Math.max(first, offset.offset());
                });
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        "The offsets of group " + group + " could not be read", Objects.requireNonNull(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while reading the offsets of group " + group, e);
            }
            return offsets;
        };
    }
}
