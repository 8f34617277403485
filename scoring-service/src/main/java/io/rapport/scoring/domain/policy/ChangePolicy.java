package io.rapport.scoring.domain.policy;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds that subscribers and readers rely on: what counts as a change on a {@code .changes} topic, how often a
 * {@code .current} state is published, warmth classes, the captive rule, and alerts. See {@code docs/contracts.md}.
 */
public final class ChangePolicy {

    /** Shortest interval, in milliseconds, between two states of a key on a {@code .current} topic. */
    public static final long MIN_PUBLICATION_INTERVAL = 1000;

    /** Days before today whose mean and standard deviation an alert compares today with. */
    public static final int ALERT_BASELINE_DAYS = 28;

    private static final double MIN_STRENGTH_MOVE = 0.5;
    private static final double MIN_ROR_MOVE = 0.01;
    private static final double MIN_REPRODUCTION_MOVE = 0.1;
    private static final double MAX_UNPUBLISHED_CARRIER_MOVE = 0.1;

    private static final double WARM = 50;
    private static final double COOL = 15;
    private static final double MIN_CAPTIVE_RECIPROCITY = 0.1;
    private static final int MIN_CAPTIVE_PERIODS = 2;

    private static final int MIN_PARENTS = 5;
    private static final double MAX_STABLE_REPRODUCTION = 1;
    private static final int MIN_ALERT_CARRIERS = 5;
    private static final double ALERT_DEVIATIONS = 3;

    private ChangePolicy() {}

    /** Whether a relationship changed: strength by 0.5 points or more, the stage, the warmth class or the captive flag. */
    public static boolean isRelationshipChange(RelationshipState before, RelationshipState after) {
        return Math.abs(after.strength() - before.strength()) >= MIN_STRENGTH_MOVE
                || after.stage() != before.stage()
                || after.warmthClass() != before.warmthClass()
                || after.captive() != before.captive();
    }

    /** Whether a Return on Relationships moved by 1 % or more of its last value; null stands for no investment. */
    public static boolean hasRorMoved(@Nullable Double before, @Nullable Double after) {
        if (before == null || after == null) {
            return before != null || after != null;
        }
        return !before.equals(after) && Math.abs(after - before) >= MIN_ROR_MOVE * Math.abs(before);
    }

    /** Whether a reproduction rate moved by 0.1 or more; null stands for not measurable. */
    public static boolean hasReproductionMoved(@Nullable Double before, @Nullable Double after) {
        if (before == null || after == null) {
            return before != null || after != null;
        }
        return Math.abs(after - before) >= MIN_REPRODUCTION_MOVE;
    }

    /** Whether the number of carriers moved by more than 10 % of its last value. */
    public static boolean haveCarriersMoved(long before, long after) {
        return Math.abs(after - before) > MAX_UNPUBLISHED_CARRIER_MOVE * before;
    }

    /** Whether a key's next state may be published on a {@code .current} topic, both times in epoch milliseconds. */
    public static boolean isPublicationDue(long lastPublishedAt, long now) {
        return now - lastPublishedAt >= MIN_PUBLICATION_INTERVAL;
    }

    /** Class of a warmth: warm from 50, cool from 15, cold below. */
    public static WarmthClass warmthClass(double warmth) {
        return warmth >= WARM ? WarmthClass.WARM : warmth >= COOL ? WarmthClass.COOL : WarmthClass.COLD;
    }

    /** Whether a close relationship (a client, or stage {@code LIKES} or above) is no longer warm. */
    public static boolean isCooling(boolean client, Stage stage, double warmth) {
        return (client || stage.compareTo(Stage.LIKES) >= 0) && warmth < WARM;
    }

    /**
     * Whether a person belongs to the captive audience, as far as it does not depend on the model.
     *
     * @param activePeriods how many of the last three periods of 30 days have an inbound engagement
     * @param polaritySum sum of the polarities in these periods
     * @param reciprocity 0 to 1
     */
    public static boolean isCaptive(int activePeriods, long polaritySum, double reciprocity) {
        return activePeriods >= MIN_CAPTIVE_PERIODS && polaritySum >= 0 && reciprocity >= MIN_CAPTIVE_RECIPROCITY;
    }

    /** Whether a reproduction rate is measurable: 5 parents or more, at most half of them known by their root only. */
    public static boolean isReproductionMeasurable(long parents, long rootOnly) {
        return parents >= MIN_PARENTS && 2 * rootOnly <= parents;
    }

    /** Whether a negative reproduction rate raises an alert: above 1; null stands for not measurable. */
    public static boolean isReproductionAlert(@Nullable Double reproduction) {
        return reproduction != null && reproduction > MAX_STABLE_REPRODUCTION;
    }

    /**
     * Whether today's number of negative carriers raises an alert: 5 or more, and above the baseline's mean by more than 3
     * standard deviations.
     */
    public static boolean isCarrierAlert(long today, double mean, double standardDeviation) {
        return today >= MIN_ALERT_CARRIERS && today > mean + ALERT_DEVIATIONS * standardDeviation;
    }
}
