/** Metrics of the service; names and tags are public API. */
@NullMarked
package io.rapport.scoring.metrics;

import org.jspecify.annotations.NullMarked;
