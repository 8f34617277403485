package io.rapport.scoring.metrics;

/**
 * The metrics of scoring. Names and tags are public API and change only with a version. Work that is repeated after a failure is
 * counted again; the exact accounts of a brand are part of its score.
 */
public enum ScoringMetric {
    /**
     * Counter, tags {@code agency}, {@code brand}, {@code outcome}: processed engagements; the sum over all outcomes is the number
     * received. A handle that becomes staff later changes the accounts, not this counter.
     */
    ENGAGEMENTS("rapport.scoring.engagements"),
    /** Counter, tag {@code topic}: events on public topics. */
    PUBLISHED("rapport.scoring.published"),
    /** Counter, tag {@code topic}: dead letters by source topic. */
    DEAD_LETTERS("rapport.dead.letters"),
    /** Gauge, seconds: how long a partition of this instance has had lag without a commit; 0 while none has. */
    STALLED("rapport.scoring.stalled.seconds"),
    /** Counter: restarts of the stream within the process, after a failure or a stall. */
    RESTARTS("rapport.scoring.stream.restarts");

    /** Tag of the agency. */
    public static final String AGENCY = "agency";
    /** Tag of the brand. */
    public static final String BRAND = "brand";
    /** Tag of the {@link EngagementOutcome}, in lower case. */
    public static final String OUTCOME = "outcome";
    /** Tag of the topic. */
    public static final String TOPIC = "topic";

    private final String metricName;

    ScoringMetric(String metricName) {
        this.metricName = metricName;
    }

    /** Returns the name in the notation of Micrometer. */
    public String metricName() {
        return metricName;
    }
}
