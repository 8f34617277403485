/** Figures of any day, computed from the ledgers of people with what is known now. */
@NullMarked
package io.rapport.scoring.domain.day;

import org.jspecify.annotations.NullMarked;
