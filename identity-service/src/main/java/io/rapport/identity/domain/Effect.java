package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;

/** What a decision does to the two people it is about. */
enum Effect {
    /** The other becomes the leading person. */
    UNITES,
    /** The other is somebody of their own, with the handles named. */
    PARTS,
    /** Nobody moves; it is remembered. */
    NOTES;

    /** What any decision but an {@code UNDONE} does. */
    static Effect of(Decision decision) {
        if (DecisionType.unites(decision)) {
            return UNITES;
        }
        return DecisionType.SPLIT.is(decision) ? PARTS : NOTES;
    }

    Effect inverse() {
        return switch (this) {
            case UNITES -> PARTS;
            case PARTS -> UNITES;
            case NOTES -> NOTES;
        };
    }
}
