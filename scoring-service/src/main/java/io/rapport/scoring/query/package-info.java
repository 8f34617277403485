/** Queries of any day, and the current day: scatter to the instances that own the ledgers, and gather of their answers. */
@NullMarked
package io.rapport.scoring.query;

import org.jspecify.annotations.NullMarked;
