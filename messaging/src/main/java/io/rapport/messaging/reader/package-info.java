/** Readers without a consumer group, and tables of compacted topics. */
@NullMarked
package io.rapport.messaging.reader;

import org.jspecify.annotations.NullMarked;
