/** Ties between the people of a brand. */
@NullMarked
package io.rapport.contracts.tie;

import org.jspecify.annotations.NullMarked;
