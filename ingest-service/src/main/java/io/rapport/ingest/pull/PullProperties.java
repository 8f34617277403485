package io.rapport.ingest.pull;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of pulling.
 *
 * @param interval the time between two pages, when the platform does not name one and there are no more
 * @param lease how long an instance that has stopped keeps a connection
 * @param deadline the longest time of one request
 * @param maxResponse the maximum size of a response
 * @param firstBackoff the wait after the first failure
 * @param maxBackoff the longest wait after failures
 * @param allowLoopback whether loopback addresses are fetched; for tests only
 */
@ConfigurationProperties("rapport.pull")
public record PullProperties(
        @DefaultValue("60s") Duration interval,
        @DefaultValue("45s") Duration lease,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("8MB") DataSize maxResponse,
        @DefaultValue("5s") Duration firstBackoff,
        @DefaultValue("15m") Duration maxBackoff,
        @DefaultValue("false") boolean allowLoopback) {}
