/** Discourse: webhooks of a forum. */
@NullMarked
package io.rapport.ingest.source.discourse;

import org.jspecify.annotations.NullMarked;
