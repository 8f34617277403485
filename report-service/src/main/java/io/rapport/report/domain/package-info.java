/** The rules of the reports, by feature. Knows no framework and no clock. */
@NullMarked
package io.rapport.report.domain;

import org.jspecify.annotations.NullMarked;
