/** Ties between people, and whom they could introduce to the brand. */
@NullMarked
package io.rapport.report.domain.tie;

import org.jspecify.annotations.NullMarked;
