package io.rapport.report.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of outgoing webhooks.
 *
 * @param interval the time between two looks at the queues
 * @param deadline the longest time of one request
 * @param lease how long an instance that has stopped keeps a webhook
 * @param firstBackoff the delay after the first failure
 * @param maxBackoff the longest delay after failures
 * @param giveUp how long a target may fail before it is disabled
 * @param rotation how long the old secret signs beside the new one
 * @param maxQueued the deliveries that may wait for a target that fails
 * @param threads the number of targets that are served at the same time
 * @param allowLoopback whether loopback addresses are reached, without TLS as well; for tests only
 */
@ConfigurationProperties("rapport.webhooks")
public record WebhookProperties(
        @DefaultValue("2s") Duration interval,
        @DefaultValue("20s") Duration deadline,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("5s") Duration firstBackoff,
        @DefaultValue("2h") Duration maxBackoff,
        @DefaultValue("3d") Duration giveUp,
        @DefaultValue("24h") Duration rotation,
        @DefaultValue("100000") int maxQueued,
        @DefaultValue("16") int threads,
        @DefaultValue("false") boolean allowLoopback) {

    public WebhookProperties {
        if (threads < 2) {
            throw new IllegalArgumentException("rapport.webhooks.threads is at least 2");
        }
        if (lease.compareTo(deadline.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("rapport.webhooks.lease is at least twice rapport.webhooks.deadline");
        }
    }
}
