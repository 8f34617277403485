/** REST resource and form that correct the sentiment of a text. */
@NullMarked
package io.rapport.report.corrections;

import org.jspecify.annotations.NullMarked;
