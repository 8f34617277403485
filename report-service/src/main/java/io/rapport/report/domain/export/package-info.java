/** Everything that is stored about one person. */
@NullMarked
package io.rapport.report.domain.export;

import org.jspecify.annotations.NullMarked;
