/** What people bring a brand in money and time, and all that goes with a handle wherever it goes. */
@NullMarked
package io.rapport.scoring.domain.value;

import org.jspecify.annotations.NullMarked;
