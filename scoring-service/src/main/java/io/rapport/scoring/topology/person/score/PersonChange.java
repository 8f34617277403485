package io.rapport.scoring.topology.person.score;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.person.state.PersonState;

/** A person before and after a change. */
public record PersonChange(String key, PersonState before, PersonState after, ChangeReason reason) {

    /** Returns the change of a person that is rescored for another day or model. */
    public static PersonChange rejudged(String key, PersonState state, ScoringTarget by) {
        var sameModel = by.model().equals(state.lastJudgement().target().model());
        return new PersonChange(key, state, state, sameModel ? ChangeReason.DAY_TURNED : ChangeReason.MODEL_CHANGED);
    }
}
