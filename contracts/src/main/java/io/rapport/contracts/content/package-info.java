/** Figures of a brand's public posts. */
@NullMarked
package io.rapport.contracts.content;

import org.jspecify.annotations.NullMarked;
