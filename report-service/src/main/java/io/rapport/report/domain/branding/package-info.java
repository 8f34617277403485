/** The logo and the colour of agencies. */
@NullMarked
package io.rapport.report.domain.branding;

import org.jspecify.annotations.NullMarked;
