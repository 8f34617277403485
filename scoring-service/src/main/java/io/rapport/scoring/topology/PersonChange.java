package io.rapport.scoring.topology;

import io.rapport.contracts.score.ChangeReason;

/** A person before and after something happened. */
record PersonChange(String key, PersonState before, PersonState after, ChangeReason reason) {

    /** Nothing happened but the turn of the brand's day. */
    static PersonChange dayTurned(String key, PersonState state) {
        return new PersonChange(key, state, state, ChangeReason.DAY_TURNED);
    }
}
