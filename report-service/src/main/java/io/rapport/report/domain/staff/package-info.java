/** What members of staff contribute: their share of outbound engagements, and the clients that have contact with one member only. */
@NullMarked
package io.rapport.report.domain.staff;

import org.jspecify.annotations.NullMarked;
