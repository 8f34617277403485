/** The report service: REST resources and pages from projections of the topics. */
@NullMarked
package io.rapport.report;

import org.jspecify.annotations.NullMarked;
