package io.rapport.identity.config;

/** The metrics of identity. Names and tags are public: they change only with a version. */
public enum IdentityMetric {
    /** Counter, tag {@code outcome}: handles {@code first-seen}, or {@code changed} in profile or staff mark. */
    HANDLES("rapport.identity.handles"),
    /** Counter, tag {@code rule}: two people became one by evidence. */
    JOINS("rapport.identity.joins"),
    /** Counter, tag {@code rule}: evidence not followed, because somebody said that these are not the same person. */
    REFUSED_JOINS("rapport.identity.joins.refused"),
    /** Gauge: handles in the cache. */
    KNOWN_HANDLES("rapport.identity.known.handles"),
    /** Gauge: states that were still to be published when last looked, up to 1000. */
    OUTBOX_SIZE("rapport.identity.outbox.due"),
    /** Gauge: engagements that were still to be read when last looked. */
    LAG("rapport.identity.lag");

    /** The tag that says what became of a handle. */
    public static final String OUTCOME = "outcome";

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
