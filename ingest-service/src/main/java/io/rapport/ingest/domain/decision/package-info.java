/** Versioned decisions of administrators, with a transactional outbox and optimistic locking. */
@NullMarked
package io.rapport.ingest.domain.decision;

import org.jspecify.annotations.NullMarked;
