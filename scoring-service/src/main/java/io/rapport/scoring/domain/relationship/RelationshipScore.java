package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.contracts.score.WindowSums;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's relationship with a brand on one day, with what it is made of. Dimensions, strength and warmth are 0 to
 * 100.
 *
 * @param asOf the day it is judged on; what happened later is not in it
 * @param client whether they are on the brand's client list
 * @param strength the dimensions together, as the model shares them
 * @param know how well they know the brand
 * @param like how much they like it
 * @param trust how far they trust it
 * @param theyToUs decayed return, 0 or more
 * @param usToThem decayed effort, 0 or more
 * @param reciprocity 0 to 1: the smaller of the two by the larger; 0 when either is 0
 * @param warmth halves with time since the last personal touch; 0 when there was none
 * @param stages the stage on this day and on every day before
 * @param captive whether they know, like and trust the brand by the captive rule
 * @param firstSeen day of the first inbound engagement; null when there was none
 * @param lastSeen day of the last inbound engagement; null when there was none
 * @param lastTouch day of the last engagement in either direction but a POST or VISIT; null when there was none
 * @param windows returned and invested over 7, 30 and 90 days
 * @param contributions what each direction and kind gives, inbound first, by kind
 * @param sentiment what their words give
 */
public record RelationshipScore(
        LocalDate asOf,
        boolean client,
        double strength,
        double know,
        double like,
        double trust,
        double theyToUs,
        double usToThem,
        double reciprocity,
        double warmth,
        StageHistory stages,
        boolean captive,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen,
        @Nullable LocalDate lastTouch,
        List<WindowSums> windows,
        List<Contribution> contributions,
        SentimentSum sentiment) {

    /**
     * The score of a person's ledger.
     *
     * @param asOf epoch day to judge on; days after it are ignored
     * @param client whether the person is on the brand's client list
     */
    public static RelationshipScore of(EngagementLedger ledger, int asOf, boolean client, ScoringModel model) {
        return new RelationshipCalculator(ledger, asOf, model).calculate(client);
    }

    /** Whether there is a relationship: something happened by that day, or they are a client, seen or not. */
    public boolean exists() {
        return client || !contributions.isEmpty();
    }

    /** How far the relationship has come. */
    public Stage stage() {
        return stages.current();
    }

    /** Since which day it has been there without a break; {@code asOf} when nothing ever happened. */
    public LocalDate stageSince() {
        var since = stages.currentSince();
        return since == null ? asOf : LocalDate.ofEpochDay(since);
    }

    /** The warmth as a class. */
    public WarmthClass warmthClass() {
        return warmth >= 50 ? WarmthClass.WARM : warmth < 15 ? WarmthClass.COLD : WarmthClass.COOL;
    }

    /** Whether a client, or anyone at {@code LIKES} or above, has a warmth below 50. */
    public boolean isCooling() {
        return (client || stage().compareTo(Stage.LIKES) >= 0) && warmth < 50;
    }
}
