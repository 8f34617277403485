package io.rapport.scoring.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the stream runs.
 *
 * @param stateDir where it keeps its stores; what is lost there is read again from Kafka
 * @param threads how many tasks run at once
 * @param standbys how many other instances keep a copy of each store, so that one can take over without restoring it
 * @param commitInterval how long a result waits at most before others may read it
 */
@ConfigurationProperties("rapport.streams")
public record StreamsProperties(
        @DefaultValue("rapport-streams") Path stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("0") int standbys,
        @DefaultValue("100ms") Duration commitInterval) {}
