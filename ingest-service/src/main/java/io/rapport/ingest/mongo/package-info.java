/** MongoDB repositories of decisions with their outbox, client digests, import progress and rejections. */
@NullMarked
package io.rapport.ingest.mongo;

import org.jspecify.annotations.NullMarked;
