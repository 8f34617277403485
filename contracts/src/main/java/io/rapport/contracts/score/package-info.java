/** The public score events: full states without personal data. */
@NullMarked
package io.rapport.contracts.score;

import org.jspecify.annotations.NullMarked;
