/** Reddit: listings as they are pulled. */
@NullMarked
package io.rapport.ingest.source.reddit;

import org.jspecify.annotations.NullMarked;
