package io.rapport.ingest.web.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of connections.
 *
 * @param maxPayload the maximum size of a delivery after decompression
 * @param quotaPerMinute the deliveries of an agency per minute; more are refused with 429
 * @param pausedRetry the time in Retry-After, after which a platform delivers to a paused connection again
 */
@ConfigurationProperties("rapport.connections")
public record ConnectionProperties(
        @DefaultValue("4MB") DataSize maxPayload,
        @DefaultValue("6000") int quotaPerMinute,
        @DefaultValue("10m") Duration pausedRetry) {}
