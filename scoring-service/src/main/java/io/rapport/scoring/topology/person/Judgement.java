package io.rapport.scoring.topology.person;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.topology.model.Target;

/** A person's state and the score of its ledger on the day it was judged. */
record Judgement(PersonState state, RelationshipScore score) {

    /** Judges a person on a day. */
    static Judgement on(int day, PersonChange change, ScoringModel model) {
        var after = change.after();
        var score = RelationshipScore.of(after.ledger(), day, after.client(), model);
        var snapshot = score.exists() ? PersonContribution.snapshot(after.ledger(), score) : BrandLedger.EMPTY;
        var target = new Target(day, model.version());
        return new Judgement(after.judged(new PersonState.Judged(target, change.reason(), snapshot)), score);
    }

    /** The same judgement once more. */
    static Judgement again(PersonState state, ScoringModel model) {
        return new Judgement(
                state,
                RelationshipScore.of(state.ledger(), state.judged().target().day(), state.client(), model));
    }

    /** Whether there is a relationship: something happened by that day, or they are a client, seen or not. */
    boolean isThere() {
        return score.exists();
    }

    Judgement told(Told told) {
        return new Judgement(state.told(told), score);
    }

    Summary summary() {
        return Summary.of(score, state.told().sequence());
    }
}
