package io.rapport.identity.config;

/** Identity's metrics. Names and tags are public API. */
public enum IdentityMetric {
    /** Counter, tag {@code outcome}: handles {@code first-seen}, or {@code changed} in profile or staff mark. */
    HANDLES("rapport.identity.handles"),
    /** Counter, tag {@code rule}: people merged by evidence. */
    JOINS("rapport.identity.joins"),
    /** Counter, tag {@code rule}: evidence ignored because the two people are recorded as distinct. */
    REFUSED_JOINS("rapport.identity.joins.refused"),
    /** Gauge: handles in the cache. */
    KNOWN_HANDLES("rapport.identity.known.handles"),
    /** Gauge: unpublished states as of the last count, at most 1000. */
    OUTBOX_SIZE("rapport.identity.outbox.due"),
    /** Gauge: engagements not consumed yet. */
    LAG("rapport.identity.lag");

    /** The tag of the outcome. */
    public static final String OUTCOME = "outcome";

    /** The tag of the rule. */
    public static final String RULE = "rule";

    private final String metricName;

    IdentityMetric(String metricName) {
        this.metricName = metricName;
    }

    /** The name in Micrometer's notation. */
    public String metricName() {
        return metricName;
    }
}
