/** The changes of a brand as server-sent events. */
@NullMarked
package io.rapport.report.changes;

import org.jspecify.annotations.NullMarked;
