/** What ingest keeps in MongoDB: decisions with their outbox, and what was rejected. */
@NullMarked
package io.rapport.ingest.mongo;

import org.jspecify.annotations.NullMarked;
