/** Decoding, checking and processing of batches, and the dead-letter queue. */
@NullMarked
package io.rapport.messaging.consume;

import org.jspecify.annotations.NullMarked;
