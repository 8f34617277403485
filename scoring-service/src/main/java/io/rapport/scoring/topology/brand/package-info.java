/** The stage keyed by brand: sums over people, handles and cascades, and the figures calculated from them. */
@NullMarked
package io.rapport.scoring.topology.brand;

import org.jspecify.annotations.NullMarked;
