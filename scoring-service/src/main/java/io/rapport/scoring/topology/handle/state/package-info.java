/** State of the handle stage: its state stores, their values and the access to them. */
@NullMarked
package io.rapport.scoring.topology.handle.state;

import org.jspecify.annotations.NullMarked;
