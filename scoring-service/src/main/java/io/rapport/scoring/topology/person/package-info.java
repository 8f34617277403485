/** The stage by person: sums of what handles bring, scores, and what they add to the brand. */
@NullMarked
package io.rapport.scoring.topology.person;

import org.jspecify.annotations.NullMarked;
