/** Exception handlers that send records that cannot be read, processed or written to the dead-letter topic. */
@NullMarked
package io.rapport.scoring.topology.deadletter;

import org.jspecify.annotations.NullMarked;
