package io.rapport.scoring.metrics;

/**
 * Counts what the stream does. Work that is repeated after a failure is counted again; the exact accounts of a brand are part of its
 * score.
 */
public interface ScoringCounters {

    /** Counts nothing. */
    ScoringCounters NONE = new ScoringCounters() {
        @Override
        public void engagement(String brand, EngagementOutcome outcome) {}

        @Override
        public void published(String topic) {}

        @Override
        public void deadLetter(String topic) {}
    };

    /**
     * Counts an engagement.
     *
     * @param brand key of the brand
     */
    void engagement(String brand, EngagementOutcome outcome);

    /** Counts an event on a public topic. */
    void published(String topic);

    /** Counts a dead letter of a source topic. */
    void deadLetter(String topic);
}
