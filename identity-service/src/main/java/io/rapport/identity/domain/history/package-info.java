/** Evaluation of recorded decisions and evidence: which decisions are effective, what they do, and the certainty that follows. */
@NullMarked
package io.rapport.identity.domain.history;

import org.jspecify.annotations.NullMarked;
