/** REST resource and page of value streams. */
@NullMarked
package io.rapport.report.value;

import org.jspecify.annotations.NullMarked;
