/** Connections: their configuration, their secrets, their progress, and the lease of the instance that pulls one. */
@NullMarked
package io.rapport.ingest.domain.connection;

import org.jspecify.annotations.NullMarked;
