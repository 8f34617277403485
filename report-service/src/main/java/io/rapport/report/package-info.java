/** Serves people, scores and pages from projections of the topics. */
@NullMarked
package io.rapport.report;

import org.jspecify.annotations.NullMarked;
