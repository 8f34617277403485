/** Reads the state stores of all stages for queries, and finds the instance that owns a partition. */
@NullMarked
package io.rapport.scoring.topology.query;

import org.jspecify.annotations.NullMarked;
