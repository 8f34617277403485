/** Figures of a brand by day and window. */
@NullMarked
package io.rapport.report.domain.brand;

import org.jspecify.annotations.NullMarked;
