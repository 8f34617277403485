/** Kafka clients that let the threads of an idle stream wait longer. */
@NullMarked
package io.rapport.scoring.topology.idle;

import org.jspecify.annotations.NullMarked;
