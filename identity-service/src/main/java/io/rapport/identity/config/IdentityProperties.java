package io.rapport.identity.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Identity's settings.
 *
 * @param database the MongoDB database
 * @param knownHandles the capacity of the cache of known handles
 * @param recoverEvery the interval of background tasks
 */
@ConfigurationProperties("rapport.identity")
public record IdentityProperties(
        @DefaultValue("rapport_identity") String database,
        @DefaultValue("100000") long knownHandles,
        @DefaultValue("10s") Duration recoverEvery) {}
