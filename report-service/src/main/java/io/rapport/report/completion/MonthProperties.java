package io.rapport.report.completion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When months are completed, and how long they are kept.
 *
 * @param interval the time between two looks at all brands
 * @param settle how long a month has been over before it is completed, so that rows that arrive late are in it
 * @param lease how long an instance that has stopped keeps the work
 * @param maxAge how long a month that was compiled is shown again; zero to compile it each time
 */
@ConfigurationProperties("rapport.months")
public record MonthProperties(
        @DefaultValue("1m") Duration interval,
        @DefaultValue("15m") Duration settle,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("2m") Duration maxAge) {

    public MonthProperties {
        if (lease.compareTo(interval) <= 0) {
            throw new IllegalArgumentException("rapport.months.lease is longer than rapport.months.interval");
        }
    }
}
