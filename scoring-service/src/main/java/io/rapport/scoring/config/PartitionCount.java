package io.rapport.scoring.config;

import io.rapport.scoring.query.LedgersUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.admin.Admin;

/** The number of partitions of a topic, read once: it never changes. */
final class PartitionCount implements IntSupplier {

    private static final long TIMEOUT_SECONDS = 10;

    private final Map<String, Object> client;
    private final String topic;
    private volatile int count;

    PartitionCount(Map<String, Object> client, String topic) {
        this.client = client;
        this.topic = topic;
    }

    @Override
    public int getAsInt() {
        if (count == 0) {
            count = read();
        }
        return count;
    }

    private int read() {
        try (var admin = Admin.create(client)) {
            return admin
                    .describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .mapToInt(description -> description.partitions().size())
                    .sum();
        } catch (ExecutionException | TimeoutException e) {
            throw new LedgersUnavailableException("The broker does not answer. Retry the request.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgersUnavailableException("The service stops. Retry the request.", e);
        }
    }
}
