package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.Decision;

/** What a decision does to the two people it is about. */
public enum DecisionEffect {
    /** The other becomes the leading person. */
    MERGE,
    /** The other is somebody of their own, with the handles named. */
    SEPARATE,
    /** Nobody moves; it is remembered. */
    NONE;

    /** What any decision but an {@code UNDONE} does. */
    public static DecisionEffect of(Decision decision) {
        if (DecisionType.isUnion(decision)) {
            return MERGE;
        }
        return DecisionType.SPLIT.matches(decision) ? SEPARATE : NONE;
    }

    DecisionEffect inverse() {
        return switch (this) {
            case MERGE -> SEPARATE;
            case SEPARATE -> MERGE;
            case NONE -> NONE;
        };
    }
}
