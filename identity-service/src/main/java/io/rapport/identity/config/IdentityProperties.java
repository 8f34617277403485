package io.rapport.identity.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of identity.
 *
 * @param database the MongoDB database
 * @param knownHandles how many handles are kept in memory, so that seeing them again costs no look into the store
 * @param recoverEvery how often what was left half done is looked for
 */
@ConfigurationProperties("rapport.identity")
public record IdentityProperties(
        @DefaultValue("rapport_identity") String database,
        @DefaultValue("100000") long knownHandles,
        @DefaultValue("10s") Duration recoverEvery) {}
