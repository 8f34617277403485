/** Reminders about people. */
@NullMarked
package io.rapport.report.domain.reminder;

import org.jspecify.annotations.NullMarked;
