package io.rapport.identity.config;

/** The metrics of identity. Names and tags are public: they change only with a version. */
public enum IdentityMetric {
    /** Counter: handles seen for the first time. */
    CREATED("rapport.identity.handles.created"),
    /** Counter: handles whose profile or staff mark changed. */
    UPDATED("rapport.identity.handles.updated"),
    /** Counter, tag {@code rule}: two people became one by evidence. */
    JOINED("rapport.identity.joins"),
    /** Counter, tag {@code rule}: evidence not followed, because somebody said that these are not the same person. */
    REFUSED("rapport.identity.joins.refused"),
    /** Gauge: handles in the cache. */
    KNOWN("rapport.identity.handles.known"),
    /** Gauge: states that were still to be published when last looked, up to 1000. */
    DUE("rapport.identity.outbox.due"),
    /** Gauge: engagements that were still to be read when last looked. */
    LAG("rapport.identity.lag");

    /** The tag that names a rule. */
    public static final String RULE = "rule";

    private final String metricName;

    IdentityMetric(String metricName) {
        this.metricName = metricName;
    }

    /** The name, in Micrometer's spelling. */
    public String metricName() {
        return metricName;
    }
}
