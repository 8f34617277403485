/** REST resource and forms that mark questions as needing no answer. */
@NullMarked
package io.rapport.report.dismissals;

import org.jspecify.annotations.NullMarked;
