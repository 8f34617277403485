package io.rapport.messaging.topic;

import io.rapport.contracts.Topic;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Creates the missing topics of {@link Topic#ALL} and the service's dead-letter topic; safe to run in several services at
 * once. Retries while the broker is away; {@link #created} completes when all topics exist. Spring's {@code KafkaAdmin} is
 * not used: it adds partitions to existing topics, which would break co-partitioning and the order of keys.
 */
public final class TopicCreator implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** Bounds the time until replaced and erased records are removed from disk; the broker's default is unlimited. */
    private static final String ONE_DAY = Long.toString(Duration.ofDays(1).toMillis());

    private static final String THIRTY_DAYS = Long.toString(Duration.ofDays(30).toMillis());
    private static final String MAX_MESSAGE = Integer.toString(EventPublisher.MAX_REQUEST);

    private final Map<String, Object> settings;
    private final TopicsProperties topics;
    private final List<String> deadLetters;
    private final CompletableFuture<Void> created = new CompletableFuture<>();
    private final Thread worker = new Thread(this::run, "topic-creator");

    /** Starts in the background. */
    public TopicCreator(Map<String, Object> settings, TopicsProperties topics, List<String> deadLetters) {
        this.settings = settings;
        this.topics = topics;
        this.deadLetters = deadLetters;
        worker.setDaemon(true);
        worker.start();
    }

    /** Completes when every topic exists. */
    public CompletableFuture<Void> created() {
        return created;
    }

    @Override
    public void destroy() {
        worker.interrupt();
    }

    private void run() {
        try (var admin = Admin.create(settings)) {
            while (!created.isDone() && !Thread.currentThread().isInterrupted()) {
                attempt(admin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Admin admin) throws InterruptedException {
        try {
            createMissing(admin);
            created.complete(null);
        } catch (ExecutionException e) {
            LOG.warn("The topics could not be created yet, retrying: {}", String.valueOf(e.getCause()));
            Thread.sleep(RETRY.toMillis());
        }
    }

    private void createMissing(Admin admin) throws InterruptedException, ExecutionException {
        var existing = admin.listTopics().names().get();
        var missing = all().filter(topic -> !existing.contains(topic.name())).toList();
        for (var result : admin.createTopics(missing).values().values()) {
            try {
                result.get();
            } catch (ExecutionException e) {
                // Created by another service in the meantime.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private Stream<NewTopic> all() {
        return Stream.concat(
                Topic.ALL.stream().map(topic -> newTopic(topic.name()).configs(configs(topic.cleanup()))),
                deadLetters.stream().map(name -> newTopic(name).configs(configs(Topic.Cleanup.DELETE_AFTER_30_DAYS))));
    }

    private NewTopic newTopic(String name) {
        return new NewTopic(name, topics.partitions(), topics.replication());
    }

    private Map<String, String> configs(Topic.Cleanup cleanup) {
        return switch (cleanup) {
            case COMPACT ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                        ONE_DAY,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        MAX_MESSAGE);
            case DELETE -> deleteAfter(retention());
            case DELETE_AFTER_30_DAYS -> deleteAfter(THIRTY_DAYS);
        };
    }

    private Map<String, String> deleteAfter(String millis) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, millis,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_MESSAGE);
    }

    private String retention() {
        var retention = topics.retention();
        return retention == null ? "-1" : Long.toString(retention.toMillis());
    }
}
