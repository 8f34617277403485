package io.rapport.scoring.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of queries of any day.
 *
 * @param passes number of passes over the ledgers of brands at a time, on this instance
 * @param share share of the time that a pass works while events are processed, above 0 and up to 1
 * @param host name or address by which the other instances reach this one; empty for the address of the host
 */
@ConfigurationProperties("rapport.days")
public record DayQueryProperties(
        @DefaultValue("2") int passes,
        @DefaultValue("0.5") double share,
        @DefaultValue("") String host) {}
