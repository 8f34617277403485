/** State of the brand stage: its state stores, their values and the access to them. */
@NullMarked
package io.rapport.scoring.topology.brand.state;

import org.jspecify.annotations.NullMarked;
