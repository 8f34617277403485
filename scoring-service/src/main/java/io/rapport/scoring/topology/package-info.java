/** The stream: from engagements and assignments by handle, over people, to brands; here its stages are put together and set. */
@NullMarked
package io.rapport.scoring.topology;

import org.jspecify.annotations.NullMarked;
