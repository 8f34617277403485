/** What a month contains, as REST returns it. */
@NullMarked
package io.rapport.report.month.view;

import org.jspecify.annotations.NullMarked;
