/** Intake of sightings, client lists and staff lists. */
@NullMarked
package io.rapport.identity.domain.intake;

import org.jspecify.annotations.NullMarked;
