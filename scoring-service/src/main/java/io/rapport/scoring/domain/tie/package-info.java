/** Ties between the people of a brand. */
@NullMarked
package io.rapport.scoring.domain.tie;

import org.jspecify.annotations.NullMarked;
