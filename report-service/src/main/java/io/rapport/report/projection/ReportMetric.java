package io.rapport.report.projection;

/** The metrics of the projections: public names. */
public enum ReportMetric {
    /** Counter of records taken in, by {@code topic}. A record read again counts again. */
    APPLIED("rapport.report.applied"),
    /** Gauge of records not taken in yet, by {@code topic}; as of a few seconds ago. */
    LAG("rapport.report.lag");

    /** The tag that names the topic. */
    public static final String TOPIC = "topic";

    private final String metricName;

    ReportMetric(String metricName) {
        this.metricName = metricName;
    }

    /** The name of the metric. */
    public String metricName() {
        return metricName;
    }
}
