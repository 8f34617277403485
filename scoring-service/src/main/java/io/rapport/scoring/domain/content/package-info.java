/** Uptake and resonance of the brand's posts. */
@NullMarked
package io.rapport.scoring.domain.content;

import org.jspecify.annotations.NullMarked;
