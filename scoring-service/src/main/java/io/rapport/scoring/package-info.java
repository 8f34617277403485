/** The scoring service: ledgers by handle, person and brand, and the scores that are published from them. */
@NullMarked
package io.rapport.scoring;

import org.jspecify.annotations.NullMarked;
