/** REST resources of ties between people. */
@NullMarked
package io.rapport.report.tie;

import org.jspecify.annotations.NullMarked;
