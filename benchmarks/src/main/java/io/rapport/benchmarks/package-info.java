/** Measurements of the whole and of its parts: they print figures and ratios, and assert nothing. */
@NullMarked
package io.rapport.benchmarks;

import org.jspecify.annotations.NullMarked;
