/** What happened, counted by day and kind: the only thing scores are computed from, and its compact form. */
@NullMarked
package io.rapport.scoring.domain.ledger;

import org.jspecify.annotations.NullMarked;
