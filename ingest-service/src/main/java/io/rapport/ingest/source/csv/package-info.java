/** Rows as CSV: a header that names the fields, and one row each. */
@NullMarked
package io.rapport.ingest.source.csv;

import org.jspecify.annotations.NullMarked;
