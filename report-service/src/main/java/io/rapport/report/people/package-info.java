/** REST resources and pages of a brand's people. */
@NullMarked
package io.rapport.report.people;

import org.jspecify.annotations.NullMarked;
