/** CloudEvents over HTTP: structured, batched and binary. */
@NullMarked
package io.rapport.ingest.source.cloudevents;

import org.jspecify.annotations.NullMarked;
