/** What the brand says to nobody in particular, and what comes back. */
@NullMarked
package io.rapport.contracts.content;

import org.jspecify.annotations.NullMarked;
