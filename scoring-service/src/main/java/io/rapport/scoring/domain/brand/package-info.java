/** A brand's figures: sums of what each of its people contributes. */
@NullMarked
package io.rapport.scoring.domain.brand;

import org.jspecify.annotations.NullMarked;
