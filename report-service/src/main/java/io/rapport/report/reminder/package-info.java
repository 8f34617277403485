/** REST resources, page and forms of reminders about people. */
@NullMarked
package io.rapport.report.reminder;

import org.jspecify.annotations.NullMarked;
