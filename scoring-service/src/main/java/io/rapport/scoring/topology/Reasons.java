package io.rapport.scoring.topology;

import io.rapport.contracts.score.ChangeReason;

/** Reasons as stores keep them: by their place in the enum. */
final class Reasons {

    private static final ChangeReason[] ALL = ChangeReason.values();

    private Reasons() {}

    static ChangeReason at(int ordinal) {
        return ALL[ordinal];
    }
}
