package io.rapport.report.dismissals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a person's questions need no answer.
 *
 * @param reason at most 500 characters
 * @param upTo questions up to this time; left out for all that are known now
 */
record DismissalRequest(@Nullable String reason, @Nullable Instant upTo) {

    static final DismissalRequest EMPTY = new DismissalRequest(null, null);
}
