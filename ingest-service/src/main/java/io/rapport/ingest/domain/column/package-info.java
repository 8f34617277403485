/** Columns of client and staff lists: detection of their meaning and the mapping a brand has saved. */
@NullMarked
package io.rapport.ingest.domain.column;

import org.jspecify.annotations.NullMarked;
