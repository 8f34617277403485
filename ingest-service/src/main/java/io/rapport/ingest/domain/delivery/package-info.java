/** The port to the broker, and the tracking of records that are not acknowledged yet. */
@NullMarked
package io.rapport.ingest.domain.delivery;

import org.jspecify.annotations.NullMarked;
