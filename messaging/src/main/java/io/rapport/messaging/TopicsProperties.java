package io.rapport.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created. Counts matter only the first time: they never change on a live topic.
 *
 * @param partitions of every topic, so that all that must be are co-partitioned
 * @param replication copies of each partition; 3 on a cluster that has to last
 * @param retention how long engagements and other facts are kept; null for ever, so that everything can be rebuilt
 */
@ConfigurationProperties("rapport.topics")
public record TopicsProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replication,
        @Nullable Duration retention) {}
