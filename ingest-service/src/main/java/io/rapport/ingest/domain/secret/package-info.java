/** Encryption of the secrets of connections. */
@NullMarked
package io.rapport.ingest.domain.secret;

import org.jspecify.annotations.NullMarked;
