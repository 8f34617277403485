/** Figures of a brand and scores of a person over a range of days. */
@NullMarked
package io.rapport.report.series;

import org.jspecify.annotations.NullMarked;
