/** The stage keyed by message: cascades of replies and shares, and their contribution to the brand. */
@NullMarked
package io.rapport.scoring.topology.cascade;

import org.jspecify.annotations.NullMarked;
