/** Takes engagements in, and says what became of each. */
@NullMarked
package io.rapport.ingest;

import org.jspecify.annotations.NullMarked;
