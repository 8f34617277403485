/** The timeline of a person's engagements. */
@NullMarked
package io.rapport.report.timeline;

import org.jspecify.annotations.NullMarked;
