package io.rapport.scoring.topology.person.score;

import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.state.PublicationState;
import io.rapport.scoring.topology.person.state.PublishedScore;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.topology.model.ScoringTarget;

/** A person's state and the score of its ledger on the day it was judged. */
record PersonJudgement(PersonState state, RelationshipScore score) {

    /** Judges a person on a day. */
    static PersonJudgement judge(int day, PersonChange change, ScoringModel model) {
        var after = change.after();
        var score = RelationshipScore.of(after.ledger(), day, after.client(), model);
        var snapshot = score.exists() ? PersonContribution.snapshot(after.ledger(), score) : BrandLedger.EMPTY;
        var target = new ScoringTarget(day, model.version());
        return new PersonJudgement(after.judged(new PersonState.LastJudgement(target, change.reason(), snapshot)), score);
    }

    /** The same judgement once more. */
    static PersonJudgement recalculate(PersonState state, ScoringModel model) {
        return new PersonJudgement(
                state,
                RelationshipScore.of(state.ledger(), state.lastJudgement().target().day(), state.client(), model));
    }

    /** Whether there is a relationship: something happened by that day, or they are a client, seen or not. */
    boolean hasRelationship() {
        return score.exists();
    }

    PersonJudgement withPublication(PublicationState told) {
        return new PersonJudgement(state.told(told), score);
    }

    PublishedScore summary() {
        return PublishedScore.of(score, state.publication().sequence());
    }
}
