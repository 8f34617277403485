/** The stage by message: who brought about whose, and what that adds to the brand. */
@NullMarked
package io.rapport.scoring.topology.cascade;

import org.jspecify.annotations.NullMarked;
