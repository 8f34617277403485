/** Persons with their relationship to a brand: lists, top contributors and the explanation of a score. */
@NullMarked
package io.rapport.report.domain.people;

import org.jspecify.annotations.NullMarked;
