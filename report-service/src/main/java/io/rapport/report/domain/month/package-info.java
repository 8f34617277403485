/** The months of brands that are over. */
@NullMarked
package io.rapport.report.domain.month;

import org.jspecify.annotations.NullMarked;
