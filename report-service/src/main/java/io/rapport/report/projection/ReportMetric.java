package io.rapport.report.projection;

import io.rapport.messaging.projection.ProjectionMetrics;

/** The metrics of the projections. Their names are public API. */
public enum ReportMetric {

    /** Counter of applied records, by {@code topic}; a redelivered record counts again. */
    APPLIED("rapport.report.applied"),

    /** Gauge of records that are not applied yet (consumer lag), by {@code topic}; as of a few seconds ago. */
    LAG("rapport.report.lag");

    private final String metricName;

    ReportMetric(String metricName) {
        this.metricName = metricName;
    }

    /** The name of the metric. */
    public String metricName() {
        return metricName;
    }

    /** Both metrics, for the runner of the projections. */
    public static ProjectionMetrics projectionMetrics() {
        return new ProjectionMetrics(LAG.metricName, APPLIED.metricName);
    }
}
