/** REST resource of what members of staff contribute. */
@NullMarked
package io.rapport.report.staff;

import org.jspecify.annotations.NullMarked;
