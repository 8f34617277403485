/** REST of the figures of any day, and of the queries between instances. */
@NullMarked
package io.rapport.scoring.web.day;

import org.jspecify.annotations.NullMarked;
