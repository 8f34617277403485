/** Chatwoot: webhooks of an account. */
@NullMarked
package io.rapport.ingest.source.chatwoot;

import org.jspecify.annotations.NullMarked;
