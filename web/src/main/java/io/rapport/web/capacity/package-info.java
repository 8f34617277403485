/** How full the memory of an installation is that keeps its documents in memory. */
@NullMarked
package io.rapport.web.capacity;

import org.jspecify.annotations.NullMarked;
