/** What was said, how it was meant, and how fast it spreads. */
@NullMarked
package io.rapport.contracts.sentiment;

import org.jspecify.annotations.NullMarked;
