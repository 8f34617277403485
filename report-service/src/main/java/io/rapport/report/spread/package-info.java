/** REST resource and page of sentiment spread. */
@NullMarked
package io.rapport.report.spread;

import org.jspecify.annotations.NullMarked;
