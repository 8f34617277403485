package io.rapport.scoring.topology.person.score;

import io.rapport.scoring.topology.person.state.PersonState;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.topology.model.ScoringTarget;

/** A person before and after something happened. */
public record PersonChange(String key, PersonState before, PersonState after, ChangeReason reason) {

    /** Nothing happened but the turn of the brand's day, or a change of its model. */
    public static PersonChange rejudged(String key, PersonState state, ScoringTarget by) {
        var sameModel = by.model().equals(state.lastJudgement().target().model());
        return new PersonChange(key, state, state, sameModel ? ChangeReason.DAY_TURNED : ChangeReason.MODEL_CHANGED);
    }
}
