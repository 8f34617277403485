package io.rapport.scoring.metrics;

/**
 * Told what the stream does. It counts work, work done again after a failure included; the exact accounts of a brand are
 * in its score.
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
     * An engagement was taken in.
     *
     * @param brand the brand's key
     */
    void engagement(String brand, EngagementOutcome outcome);

    /** A score went to a public topic. */
    void published(String topic);

    /** A record of a topic could not be used and was set aside. */
    void deadLetter(String topic);
}
