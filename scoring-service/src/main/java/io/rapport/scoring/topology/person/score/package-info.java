/** Calculation and publication of relationship scores. */
@NullMarked
package io.rapport.scoring.topology.person.score;

import org.jspecify.annotations.NullMarked;
