/** REST resource and page of a brand's goals, and the benchmarks of its agency. */
@NullMarked
package io.rapport.report.goal;

import org.jspecify.annotations.NullMarked;
