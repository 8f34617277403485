/** Changes of a brand's scores as a feed that is resumed from a position. */
@NullMarked
package io.rapport.report.domain.change;

import org.jspecify.annotations.NullMarked;
