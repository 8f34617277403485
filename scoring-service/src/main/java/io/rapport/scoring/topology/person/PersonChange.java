package io.rapport.scoring.topology.person;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.topology.model.Target;

/** A person before and after something happened. */
record PersonChange(String key, PersonState before, PersonState after, ChangeReason reason) {

    /** Nothing happened but the turn of the brand's day, or a change of its model. */
    static PersonChange rejudged(String key, PersonState state, Target by) {
        var sameModel = by.model().equals(state.judged().target().model());
        return new PersonChange(key, state, state, sameModel ? ChangeReason.DAY_TURNED : ChangeReason.MODEL_CHANGED);
    }
}
