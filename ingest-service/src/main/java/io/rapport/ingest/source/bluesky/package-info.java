/** Bluesky: events of Jetstream, in the shapes of both its versions. */
@NullMarked
package io.rapport.ingest.source.bluesky;

import org.jspecify.annotations.NullMarked;
