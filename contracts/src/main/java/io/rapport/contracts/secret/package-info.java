/** Encryption of the secrets of connections and webhooks. */
@NullMarked
package io.rapport.contracts.secret;

import org.jspecify.annotations.NullMarked;
