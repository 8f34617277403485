/** The stage by brand: sums of what its people, handles and cascades add, and the figures they come to. */
@NullMarked
package io.rapport.scoring.topology.brand;

import org.jspecify.annotations.NullMarked;
