/** Persons as identity publishes them: handles, profiles, merges, and the rows of the client list. */
@NullMarked
package io.rapport.report.domain.identity;

import org.jspecify.annotations.NullMarked;
