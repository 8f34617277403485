/** Engagement ledgers: counts and sums by day and kind, the only input of scores, with their binary form. */
@NullMarked
package io.rapport.scoring.domain.ledger;

import org.jspecify.annotations.NullMarked;
