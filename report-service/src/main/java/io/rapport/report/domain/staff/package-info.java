/** What members of staff contribute: their share of outbound engagements, and the clients with whom only they are in touch. */
@NullMarked
package io.rapport.report.domain.staff;

import org.jspecify.annotations.NullMarked;
