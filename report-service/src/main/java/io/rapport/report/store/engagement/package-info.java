/** MongoDB: engagements, judgements, corrections and marks of erased handles. */
@NullMarked
package io.rapport.report.store.engagement;

import org.jspecify.annotations.NullMarked;
