/** Previews of a scoring model: comparison of two models on the same people and day. */
@NullMarked
package io.rapport.scoring.domain.preview;

import org.jspecify.annotations.NullMarked;
