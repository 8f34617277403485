/** Ties between people, and the introductions to the brand that they make possible. */
@NullMarked
package io.rapport.report.domain.tie;

import org.jspecify.annotations.NullMarked;
