/** Suppression of erased persons: filter before publication, and erasure of stored data. */
@NullMarked
package io.rapport.ingest.domain.suppression;

import org.jspecify.annotations.NullMarked;
