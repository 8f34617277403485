/** HTTP: figures of any day, which the scoring service computes from its ledgers. */
@NullMarked
package io.rapport.report.days;

import org.jspecify.annotations.NullMarked;
