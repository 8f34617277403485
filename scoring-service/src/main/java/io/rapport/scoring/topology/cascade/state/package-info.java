/** State of the cascade stage: its state stores, their values and the access to them. */
@NullMarked
package io.rapport.scoring.topology.cascade.state;

import org.jspecify.annotations.NullMarked;
