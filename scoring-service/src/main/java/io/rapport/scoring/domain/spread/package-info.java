/** How word of a brand spreads: what messages bring about, and how fast. */
@NullMarked
package io.rapport.scoring.domain.spread;

import org.jspecify.annotations.NullMarked;
