/** REST resources of the logo and the colour of an agency. */
@NullMarked
package io.rapport.report.branding;

import org.jspecify.annotations.NullMarked;
