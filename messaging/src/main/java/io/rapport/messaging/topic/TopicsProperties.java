package io.rapport.messaging.topic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of new topics. Existing topics are never changed.
 *
 * @param partitions partitions of every topic; the same for all, so that they are co-partitioned
 * @param replication replicas of each partition; 3 in production
 * @param retention the retention of engagements and other source events; null for unlimited, so that all state can be rebuilt
 */
@ConfigurationProperties("rapport.topics")
public record TopicsProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replication,
        @Nullable Duration retention) {}
