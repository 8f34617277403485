package io.rapport.scoring.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the stream.
 *
 * @param stateDir directory of the state stores; they are restored from their changelogs when it is lost
 * @param threads number of stream threads
 * @param standbys number of standby replicas of each store, for failover without a restore
 * @param commitInterval maximum time until results are committed and thus visible to consumers
 */
@ConfigurationProperties("rapport.streams")
public record StreamsProperties(
        @DefaultValue("rapport-streams") Path stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("0") int standbys,
        @DefaultValue("100ms") Duration commitInterval) {}
