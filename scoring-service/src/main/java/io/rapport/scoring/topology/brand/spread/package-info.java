/** Publication of how sentiment spreads, by brand. */
@NullMarked
package io.rapport.scoring.topology.brand.spread;

import org.jspecify.annotations.NullMarked;
