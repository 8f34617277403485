package io.rapport.scoring.topology.person.score;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.state.PublicationState;
import io.rapport.scoring.topology.person.state.PublishedScore;

/** The state of a person and the score of its ledger on the day it was calculated. */
record PersonJudgement(PersonState state, RelationshipScore score) {

    /** Scores a person on a day. */
    static PersonJudgement judge(int day, PersonChange change, ScoringModel model) {
        var after = change.after();
        var score = RelationshipScore.of(after.ledger(), day, after.client(), model);
        var snapshot = score.exists() ? PersonContribution.snapshot(after.ledger(), score) : BrandLedger.EMPTY;
        var target = new ScoringTarget(day, model.version());
        return new PersonJudgement(
                after.withJudgement(new PersonState.LastJudgement(target, change.reason(), snapshot)), score);
    }

    /** Calculates the last score again. */
    static PersonJudgement recalculate(PersonState state, ScoringModel model) {
        return new PersonJudgement(
                state,
                RelationshipScore.of(
                        state.ledger(), state.lastJudgement().target().day(), state.client(), model));
    }

    /** Whether there is a relationship: an engagement up to that day, or the person is a client. */
    boolean hasRelationship() {
        return score.exists();
    }

    /** Returns the judgement with another publication state. */
    PersonJudgement withPublication(PublicationState publication) {
        return new PersonJudgement(state.withPublication(publication), score);
    }

    /** Returns the summary of the score. */
    PublishedScore summary() {
        return PublishedScore.of(score, state.publication().sequence());
    }
}
