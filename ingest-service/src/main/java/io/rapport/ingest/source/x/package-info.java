/** X: webhooks of the X Activity API and of the Account Activity API before it, and posts as they are pulled. */
@NullMarked
package io.rapport.ingest.source.x;

import org.jspecify.annotations.NullMarked;
