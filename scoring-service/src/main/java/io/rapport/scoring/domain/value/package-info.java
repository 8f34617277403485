/** Value streams of a brand in money and time, and the bundle of ledgers that moves with a handle. */
@NullMarked
package io.rapport.scoring.domain.value;

import org.jspecify.annotations.NullMarked;
