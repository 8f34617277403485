package io.rapport.report.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of streams of changes.
 *
 * @param perToken the number of streams of one token at the same time
 * @param total the number of streams of this instance
 * @param heartbeat the longest time without a byte
 * @param lifetime after this time a stream ends, and its client connects again
 */
@ConfigurationProperties("rapport.changes")
public record ChangeProperties(
        @DefaultValue("5") int perToken,
        @DefaultValue("100") int total,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("15m") Duration lifetime) {}
