/** Telephone systems: calls of their webhooks. */
@NullMarked
package io.rapport.ingest.source.phone;

import org.jspecify.annotations.NullMarked;
