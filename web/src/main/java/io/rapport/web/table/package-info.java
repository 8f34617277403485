/** Readiness of the tables that are read from topics. */
@NullMarked
package io.rapport.web.table;

import org.jspecify.annotations.NullMarked;
