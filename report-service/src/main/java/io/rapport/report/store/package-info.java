/** MongoDB: the database of the report service. */
@NullMarked
package io.rapport.report.store;

import org.jspecify.annotations.NullMarked;
