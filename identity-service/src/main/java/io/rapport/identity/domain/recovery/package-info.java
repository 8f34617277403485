/** Completion of interrupted work, and rebuilding of an empty store from the topics. */
@NullMarked
package io.rapport.identity.domain.recovery;

import org.jspecify.annotations.NullMarked;
