/** The repositories of all projections, and the erasure of a person from them. */
@NullMarked
package io.rapport.report.domain.store;

import org.jspecify.annotations.NullMarked;
