/** Measures the pages and resources of report over one large brand. */
@NullMarked
package io.rapport.benchmarks.report;

import org.jspecify.annotations.NullMarked;
