package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.Decision;

/** The effect of a decision on its two people. */
public enum DecisionEffect {
    /** The other person is merged into the leading person. */
    MERGE,
    /** The other person becomes, or becomes again, a person of their own, with the handles named. */
    SEPARATE,
    /** The decision is recorded and moves nothing. */
    NONE;

    /** The effect of any decision except {@code UNDONE}. */
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
