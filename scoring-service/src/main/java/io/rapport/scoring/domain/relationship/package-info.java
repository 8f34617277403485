/** Relationship scores: a pure, deterministic function of a ledger, a day and a model. */
@NullMarked
package io.rapport.scoring.domain.relationship;

import org.jspecify.annotations.NullMarked;
