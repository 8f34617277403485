package io.rapport.scoring.metrics;

/**
 * The metrics of scoring. Names and tags are public: they change only with a version. They count work, work done again
 * after a failure included; the exact accounts of a brand are in its score.
 */
public enum ScoringMetric {
    /**
     * Counter, tags {@code agency}, {@code brand}, {@code outcome}: engagements read, each once; the sum over all outcomes
     * is what was received. A handle that becomes staff later moves accounts, not this.
     */
    ENGAGEMENTS("rapport.scoring.engagements"),
    /** Counter, tag {@code topic}: events sent to public topics. */
    PUBLISHED("rapport.scoring.published"),
    /** Counter, tag {@code topic}: records of a topic that were set aside, unread or uncounted. */
    DEAD_LETTERS("rapport.dead.letters");

    /** The tag that names an agency. */
    public static final String AGENCY = "agency";
    /** The tag that names a brand. */
    public static final String BRAND = "brand";
    /** The tag that tells an {@link EngagementOutcome}, in lower case. */
    public static final String OUTCOME = "outcome";
    /** The tag that names a topic. */
    public static final String TOPIC = "topic";

    private final String metricName;

    ScoringMetric(String metricName) {
        this.metricName = metricName;
    }

    /** The name, in Micrometer's spelling. */
    public String metricName() {
        return metricName;
    }
}
