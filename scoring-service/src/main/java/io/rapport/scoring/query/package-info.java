/** Queries of any day: scatter to the instances that own the ledgers, and gather of their answers. */
@NullMarked
package io.rapport.scoring.query;

import org.jspecify.annotations.NullMarked;
