/** The stream: from engagements and assignments by handle, over people, to brands; all state is in named stores. */
@NullMarked
package io.rapport.scoring.topology;

import org.jspecify.annotations.NullMarked;
