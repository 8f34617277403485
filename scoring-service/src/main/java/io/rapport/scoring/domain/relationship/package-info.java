/** A person's score: a pure function of a ledger, a day and a model, the same answer on every machine. */
@NullMarked
package io.rapport.scoring.domain.relationship;

import org.jspecify.annotations.NullMarked;
