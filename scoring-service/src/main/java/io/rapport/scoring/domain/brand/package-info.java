/** Brand figures: sums of the contributions of all people. */
@NullMarked
package io.rapport.scoring.domain.brand;

import org.jspecify.annotations.NullMarked;
