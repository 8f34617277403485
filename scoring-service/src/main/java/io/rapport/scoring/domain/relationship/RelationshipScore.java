package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.policy.ChangePolicy;
import io.rapport.scoring.domain.policy.RelationshipState;
import java.time.LocalDate;

/**
 * A person's relationship with a brand on one day, with its breakdown. DimensionValues, strength and warmth are 0 to 100.
 *
 * @param asOf day of the score; later engagements are not counted
 * @param client whether the person is on the brand's client list
 * @param exists whether there is a relationship: any engagement up to that day, also a purchase taken back, or the person is a
 *     client
 * @param strength weighted mean of the dimensions, by the model's shares
 * @param stages stage on this day and on every earlier day
 * @param captive whether the person is part of the captive audience
 * @param contacted whether there was any engagement up to that day; a client may be without
 */
public record RelationshipScore(
        LocalDate asOf,
        boolean client,
        boolean exists,
        double strength,
        DimensionValues dimensions,
        ExchangeBalance exchange,
        ContactTimes contact,
        StageHistory stages,
        boolean captive,
        boolean contacted,
        ScoreBreakdown breakdown) {

    /**
     * Computes the score of a person's ledger.
     *
     * @param asOf epoch day of the score; later days are ignored
     * @param client whether the person is on the brand's client list
     */
    public static RelationshipScore of(EngagementLedger ledger, int asOf, boolean client, ScoringModel model) {
        return new RelationshipCalculator(ledger, client, model).score(asOf);
    }

    /** Stage on the day of the score. */
    public Stage stage() {
        return stages.current();
    }

    /** First day of the current stage without interruption; {@code asOf} if there was no engagement. */
    public LocalDate stageSince() {
        var since = stages.currentSince();
        return since == null ? asOf : LocalDate.ofEpochDay(since);
    }

    /** Class of the warmth. */
    public WarmthClass warmthClass() {
        return ChangePolicy.warmthClass(contact.warmth());
    }

    /** Whether a close relationship is no longer warm. */
    public boolean isCooling() {
        return ChangePolicy.isCooling(client, stage(), contact.warmth());
    }

    /** The values that decide whether the next score is a change. */
    public RelationshipState state() {
        return new RelationshipState(strength, stage(), warmthClass(), captive);
    }
}
