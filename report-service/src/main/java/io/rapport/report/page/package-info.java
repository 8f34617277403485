/** Formatting and model attributes that all pages share. */
@NullMarked
package io.rapport.report.page;

import org.jspecify.annotations.NullMarked;
