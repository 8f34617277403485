/** The first steps of an installation: an agency, a brand, its first data, and the first names. */
@NullMarked
package io.rapport.report.start;

import org.jspecify.annotations.NullMarked;
