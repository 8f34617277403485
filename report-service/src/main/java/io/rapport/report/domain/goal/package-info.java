/** Goals of brands, and how far they are. */
@NullMarked
package io.rapport.report.domain.goal;

import org.jspecify.annotations.NullMarked;
