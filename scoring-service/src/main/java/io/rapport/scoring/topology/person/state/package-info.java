/** State of the person stage: its state stores, their values and the access to them. */
@NullMarked
package io.rapport.scoring.topology.person.state;

import org.jspecify.annotations.NullMarked;
